// Every page on a phone.

import { tour } from "./lib/tour.mjs";

tour(390);
