import { compareSeeds } from "./seeds.ts";

compareSeeds(100, 150);
