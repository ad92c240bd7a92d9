// What is the signed-in customer's own: its scope, and the head of a page about it.

import { scopeOf } from "../kit/session.js";

/** The scope of whoever is signed in: requests need not name the customer, pages stand at the top. */
export const own = (who) => scopeOf(who, who.customer_id, "");
