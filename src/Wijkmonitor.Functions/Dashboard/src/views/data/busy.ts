import type { Delivery } from "../../api/types";

const busyStates = new Set(["checking", "confirmed", "storing", "scoring", "withdrawing", "restored"]);

/** Whether a run is processing the delivery or will do so next. */
export const isBusy = (delivery: Delivery): boolean => busyStates.has(delivery.state);
