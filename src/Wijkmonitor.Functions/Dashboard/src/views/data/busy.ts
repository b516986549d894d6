import type { Delivery } from "../../api/types";

const states = new Set(["checking", "confirmed", "storing", "scoring", "withdrawing", "restored"]);

/** Whether a run works on it, or will at once. */
export const isBusy = (delivery: Delivery): boolean => states.has(delivery.state);
