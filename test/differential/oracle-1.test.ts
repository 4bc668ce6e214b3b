import { compareSeeds } from "./seeds.ts";

compareSeeds(0, 50);
