/* musl keeps processor details here; the portable code we build needs none. */
