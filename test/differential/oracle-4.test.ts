import { compareSeeds } from "./seeds.ts";

compareSeeds(150, 200);
