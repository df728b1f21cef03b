// Amounts as a person reads them.
#pragma once

#include "app/words.h"

#include <string>

namespace tautline::view {

// A whole number, and a value for a picture.
std::string whole(double value);
float narrow(double value);

// "45 s", "3 min", "3 min 20 s".
std::string duration_text(const app::Words& words, double seconds);
// Hours after midnight -> "14:05".
std::string clock_text(const app::Words& words, double hour);
// A share of 1 as a count of 100.
std::string of_hundred(double fraction);
// Seconds as a mark in minutes: whole ones as they are; a window that has moved on shows where its
// marks really stand.
std::string minute_mark(double seconds);

} // namespace tautline::view
