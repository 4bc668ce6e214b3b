import { compareSeeds } from "./seeds.ts";

compareSeeds(50, 100);
