// Type codes of the marshal format.
#pragma once

#include <cstdint>

namespace krait::marshal {

constexpr uint64_t kObjectsPerLook = 1 << 14;   // at the time limit, of which a writer or reader runs nothing else

enum Code : uint8_t {
    kNull = '0',
    kNone = 'N',
    kFalse = 'F',
    kTrue = 'T',
    kStopIteration = 'S',
    kEllipsis = '.',
    kInt = 'i',
    kInt64 = 'I',                  // read only: written by old versions
    kFloat = 'f',                  // text
    kBinaryFloat = 'g',
    kComplex = 'x',                // text
    kBinaryComplex = 'y',
    kLong = 'l',                   // digits of 15 bits
    kString = 's',                 // bytes
    kInternedText = 't',
    kRef = 'r',
    kTuple = '(',
    kSmallTuple = ')',
    kList = '[',
    kDict = '{',
    kCode = 'c',
    kUnicode = 'u',
    kUnknown = '?',
    kSet = '<',
    kFrozenSet = '>',
    kAscii = 'a',
    kAsciiInterned = 'A',
    kShortAscii = 'z',
    kShortAsciiInterned = 'Z',
};
constexpr uint8_t kFlagRef = 0x80;   // the object is entered in the list that kRef indexes
constexpr unsigned kMaxDepth = 2000;
constexpr unsigned kDigitBits = 15;
constexpr uint32_t kDigitMask = (1u << kDigitBits) - 1;

}  // namespace krait::marshal
