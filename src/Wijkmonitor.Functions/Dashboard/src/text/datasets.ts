import { pick } from "./language";
import type { Dataset } from "../api/types";

/** The title of a dataset; its id where nothing is known of it, such as one that is declared no more. */
export function titleOf(datasets: readonly Dataset[], id: string): string {
  const found = datasets.find(d => d.id === id);
  return found ? pick(found.title) : id;
}
