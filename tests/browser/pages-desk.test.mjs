// Every page on a desk.

import { tour } from "./lib/tour.mjs";

tour(1280);
