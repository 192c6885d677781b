// Lookups in the generated tables, and normalisation (Unicode Standard Annex 15).
#include "support/unicode_data.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "support/utf8.h"

namespace krait::unicode {

namespace {

enum Extra : std::uint8_t {
    kDecomposes = 1 << 0,
    kSpecialCase = 1 << 1,
    kNfkcMaybe = 1 << 2,
    kMirrored = 1 << 3,
    kWide = 1 << 4,
};

struct Record {
    std::uint16_t flags;
    std::uint8_t extra;
    std::uint8_t category;
    std::uint8_t combining;
    std::uint8_t bidirectional;
    std::uint8_t width;
    std::int8_t decimal;
    std::int8_t digit;
    std::uint8_t numeric;
    std::int32_t lower, upper, title;  // differences
};

// The four mappings of a character of which at least one is longer than one; padded with zeros.
struct SpecialCase {
    char32_t code;
    char32_t maps[4][3];
};
enum CaseMap : std::uint8_t { kToLower, kToUpper, kToTitle, kToFold };

struct Composition {
    char32_t first, second, composed;
};

struct CodePair {
    char32_t from, to;
};

#include "support/unicode_tables.inc"

constexpr std::size_t kBlockMask = (std::size_t(1) << kBlockShift) - 1;

const Record& record(char32_t c) {
    if (c > kMaxCodePoint) c = kMaxCodePoint;  // unassigned
    std::size_t block = kBlockIndex[c >> kBlockShift];
    return kRecords[kBlockData[(block << kBlockShift) + (c & kBlockMask)]];
}

char32_t shifted(char32_t c, std::int32_t difference) {
    return static_cast<char32_t>(static_cast<std::int32_t>(c) + difference);
}

std::size_t special_case(char32_t c, CaseMap map, char32_t out[3]) {
    const auto* found = std::lower_bound(std::begin(kSpecialCases), std::end(kSpecialCases), c,
                                         [](const SpecialCase& entry, char32_t code) { return entry.code < code; });
    std::size_t count = 0;
    while (count < 3 && found->maps[map][count] != 0) {
        out[count] = found->maps[map][count];
        ++count;
    }
    return count;
}

// ---- normalisation

constexpr char32_t kHangulBase = 0xAC00, kLeadBase = 0x1100, kVowelBase = 0x1161, kTailBase = 0x11A7;
constexpr char32_t kLeads = 19, kVowels = 21, kTails = 28, kSyllables = kLeads * kVowels * kTails;

bool is_hangul_syllable(char32_t c) { return c >= kHangulBase && c < kHangulBase + kSyllables; }

void decompose(char32_t c, bool compatibility, std::u32string* out) {
    if (is_hangul_syllable(c)) {
        char32_t index = c - kHangulBase;
        *out += kLeadBase + index / (kVowels * kTails);
        *out += kVowelBase + index % (kVowels * kTails) / kTails;
        if (index % kTails) *out += kTailBase + index % kTails;
        return;
    }
    std::u32string mapped;
    bool compat = false;
    if (!decomposition(c, &mapped, &compat) || (compat && !compatibility)) {
        *out += c;
        return;
    }
    for (char32_t part : mapped) decompose(part, compatibility, out);  // mappings nest a few levels at most
}

constexpr std::size_t kCharactersPerPoll = 16 * 1024;

// Asks whether to go on once in so many characters; reached(i) is told how far a loop has come.
class Pace {
  public:
    Pace(const Poll& poll, std::size_t start) : poll_(poll), polled_(start) {}
    bool reached(std::size_t i) {
        if (i - polled_ < kCharactersPerPoll) return true;
        return poll_.proceed(i - std::exchange(polled_, i));
    }

  private:
    const Poll& poll_;
    std::size_t polled_;
};

// Stable order of a run of combining marks by class: the marks of each class in turn when there are many.
bool order_run(std::u32string* text, std::size_t start, std::size_t end, const Poll& poll) {
    auto first = text->begin() + static_cast<std::ptrdiff_t>(start), last = text->begin() + static_cast<std::ptrdiff_t>(end);
    if (end - start <= kCharactersPerPoll) {
        std::stable_sort(first, last, [](char32_t a, char32_t b) { return combining_class(a) < combining_class(b); });
        return true;
    }
    std::array<std::size_t, 257> place{};
    Pace counting(poll, start), sorting(poll, start);
    for (std::size_t i = start; i < end; ++i) {
        ++place[static_cast<std::size_t>(combining_class((*text)[i])) + 1];
        if (!counting.reached(i)) return false;
    }
    for (std::size_t i = 1; i < place.size(); ++i) place[i] += place[i - 1];
    std::u32string ordered(end - start, U'\0');
    for (std::size_t i = start; i < end; ++i) {
        char32_t c = (*text)[i];
        ordered[place[static_cast<std::size_t>(combining_class(c))]++] = c;
        if (!sorting.reached(i)) return false;
    }
    std::copy(ordered.begin(), ordered.end(), first);
    return true;
}

bool order_marks(std::u32string* text, const Poll& poll) {
    Pace pace(poll, 0);
    for (std::size_t i = 0; i < text->size(); ++i) {
        if (!pace.reached(i)) return false;
        if (!is_combining((*text)[i])) continue;
        std::size_t start = i;
        while (i < text->size() && is_combining((*text)[i])) ++i;
        if (i - start > 1 && !order_run(text, start, i, poll)) return false;
    }
    return true;
}

// 0 when the two do not compose.
char32_t compose_pair(char32_t first, char32_t second) {
    if (first >= kLeadBase && first < kLeadBase + kLeads && second >= kVowelBase && second < kVowelBase + kVowels) {
        return kHangulBase + ((first - kLeadBase) * kVowels + (second - kVowelBase)) * kTails;
    }
    if (is_hangul_syllable(first) && (first - kHangulBase) % kTails == 0 && second > kTailBase &&
        second < kTailBase + kTails) {
        return first + (second - kTailBase);
    }
    const auto* found = std::lower_bound(std::begin(kCompositions), std::end(kCompositions), CodePair{first, second},
                                         [](const Composition& entry, CodePair pair) {
                                             return entry.first != pair.from ? entry.first < pair.from
                                                                             : entry.second < pair.to;
                                         });
    bool hit = found != std::end(kCompositions) && found->first == first && found->second == second;
    return hit ? found->composed : 0;
}

bool compose(std::u32string* text, const Poll& poll) {
    constexpr std::size_t kNone = ~std::size_t(0);
    std::size_t starter = kNone, written = 0;
    int last_class = 0;  // of the last mark kept after the starter
    Pace pace(poll, 0);
    for (std::size_t i = 0; i < text->size(); ++i) {
        if (!pace.reached(i)) return false;
        char32_t c = (*text)[i];
        int mark = combining_class(c);
        bool adjacent = starter != kNone && written == starter + 1;
        if (starter != kNone && (adjacent || last_class < mark)) {
            if (char32_t composed = compose_pair((*text)[starter], c)) {
                (*text)[starter] = composed;
                continue;
            }
        }
        if (mark == 0) starter = written;
        last_class = mark;
        (*text)[written++] = c;
    }
    text->resize(written);
    return true;
}

}  // namespace

const std::uint16_t kAsciiProperties[128] = {
#define KRAIT_ROW(i)                                                                                         \
    kAscii[i], kAscii[i + 1], kAscii[i + 2], kAscii[i + 3], kAscii[i + 4], kAscii[i + 5], kAscii[i + 6], kAscii[i + 7]
    KRAIT_ROW(0),  KRAIT_ROW(8),  KRAIT_ROW(16), KRAIT_ROW(24), KRAIT_ROW(32),  KRAIT_ROW(40),  KRAIT_ROW(48),  KRAIT_ROW(56),
    KRAIT_ROW(64), KRAIT_ROW(72), KRAIT_ROW(80), KRAIT_ROW(88), KRAIT_ROW(96), KRAIT_ROW(104), KRAIT_ROW(112), KRAIT_ROW(120)
#undef KRAIT_ROW
};

std::uint16_t properties_beyond_ascii(char32_t c) { return record(c).flags; }
std::string_view category(char32_t c) { return kCategories[record(c).category]; }
bool is_wide(char32_t c) { return record(c).extra & kWide; }
bool is_mirrored(char32_t c) { return record(c).extra & kMirrored; }
int combining_class(char32_t c) { return c < 0x300 ? 0 : record(c).combining; }
std::string_view bidirectional(char32_t c) { return kBidirectional[record(c).bidirectional]; }
std::string_view east_asian_width(char32_t c) { return kWidths[record(c).width]; }

int decimal_value(char32_t c) { return record(c).decimal; }
int digit_value(char32_t c) { return record(c).digit; }
std::optional<double> numeric_value(char32_t c) {
    std::uint8_t index = record(c).numeric;
    if (index == 0) return std::nullopt;
    return kNumerics[index];
}

std::size_t to_lower(char32_t c, char32_t out[3]) {
    const Record& row = record(c);
    if (row.extra & kSpecialCase) return special_case(c, kToLower, out);
    out[0] = shifted(c, row.lower);
    return 1;
}
std::size_t to_upper(char32_t c, char32_t out[3]) {
    const Record& row = record(c);
    if (row.extra & kSpecialCase) return special_case(c, kToUpper, out);
    out[0] = shifted(c, row.upper);
    return 1;
}
std::size_t to_title(char32_t c, char32_t out[3]) {
    const Record& row = record(c);
    if (row.extra & kSpecialCase) return special_case(c, kToTitle, out);
    out[0] = shifted(c, row.title);
    return 1;
}
std::size_t to_casefold(char32_t c, char32_t out[3]) {
    const Record& row = record(c);
    if (row.extra & kSpecialCase) return special_case(c, kToFold, out);
    out[0] = shifted(c, row.lower);
    if (c >= 0x80) {
        const auto* found = std::lower_bound(std::begin(kFolds), std::end(kFolds), c,
                                             [](const CodePair& entry, char32_t code) { return entry.from < code; });
        if (found != std::end(kFolds) && found->from == c) out[0] = found->to;
    }
    return 1;
}
char32_t simple_lower(char32_t c) { return shifted(c, record(c).lower); }
char32_t simple_upper(char32_t c) { return shifted(c, record(c).upper); }
char32_t simple_title(char32_t c) { return shifted(c, record(c).title); }

bool decomposition(char32_t c, std::u32string* out, bool* compatibility) {
    if (!(record(c).extra & kDecomposes)) return false;
    constexpr std::uint32_t kCompatBit = std::uint32_t(1) << 31;
    const auto* found = std::lower_bound(std::begin(kDecomposed), std::end(kDecomposed), c,
                                         [](std::uint32_t entry, char32_t code) { return (entry & ~kCompatBit) < code; });
    auto index = static_cast<std::size_t>(found - std::begin(kDecomposed));
    *compatibility = (*found & kCompatBit) != 0;
    out->clear();
    for (std::size_t i = kDecompositionStart[index]; i < kDecompositionStart[index + 1]; ++i) {
        char32_t unit = kDecompositionPool[i];
        if (unit >= 0xD800 && unit < 0xDC00) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + (char32_t(kDecompositionPool[++i]) - 0xDC00);
        }
        *out += unit;
    }
    return true;
}

bool is_nfkc_quick(std::u32string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char32_t c) { return c >= 0x80 && (record(c).extra & kNfkcMaybe); });
}

void decompose_text(std::u32string_view text, NormalForm form, std::u32string* out) {
    bool compatibility = form == NormalForm::NFKC || form == NormalForm::NFKD;
    for (char32_t c : text) {
        if (c < 0xA0)
            *out += c;
        else
            decompose(c, compatibility, out);
    }
}

bool order_and_compose(NormalForm form, const Poll& poll, std::u32string* text) {
    return order_marks(text, poll) && (form == NormalForm::NFD || form == NormalForm::NFKD || compose(text, poll));
}

std::u32string normalize(std::u32string_view text, NormalForm form) {
    std::u32string out;
    out.reserve(text.size());
    decompose_text(text, form, &out);
    order_and_compose(form, {}, &out);
    return out;
}

std::string normalize_identifier(std::string_view utf8) {
    if (is_ascii(utf8)) return std::string(utf8);
    std::u32string text = utf8_to_utf32(utf8);
    if (is_nfkc_quick(text)) return std::string(utf8);
    return utf32_to_utf8(normalize(text, NormalForm::NFKC));
}

bool is_identifier(std::u32string_view text) {
    if (text.empty() || !is_xid_start(text[0])) return false;
    return std::all_of(text.begin() + 1, text.end(), [](char32_t c) { return is_xid_continue(c); });
}

}  // namespace krait::unicode
