/** Bounds of goals [G2, G13, G20, G32], without the validator. */
export const MAX_GOALS = 200;
export const MAX_GOAL_NAME = 255;
export const MAX_CONDITION_LENGTH = 16_384;
export const MAX_CONDITIONS = 100;
/** As the field's API bounds them. */
export const MAX_EMAIL_LENGTH = 1_024;
export const MAX_PHONE_LENGTH = 25;
export const MIN_STEPS = 2;
export const MAX_STEPS = 5;
/** Of a goal of several conditions [G57]. */
export const MAX_PARTS = 10;
/** Of the bounds of a price [G71]; no price is more [G23]. */
export const MAX_PRICE_BOUND = 1e12;
export const MIN_DEPTH = 2;
/** A visit ends after so many hits [V4], so that more page views could never be reached. */
export const MAX_DEPTH = 1_000;
export const MIN_DURATION = 1;
/** Seconds: a visit takes no hit later than this after its first [V4]. */
export const MAX_DURATION = 172_800;
/** Path and value of a condition of params together. */
export const MAX_PARAM_LENGTH = 2_048;
/** Of a page's height. */
export const MIN_SCROLL = 1;
export const MAX_SCROLL = 100;
