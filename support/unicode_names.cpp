// Names of characters. The table is two texts, packed by deflate until somebody asks for a name: the vocabulary
// "!WORD!WORD!..." by falling frequency, and the stream "!codes!codes!..." of names, each a sequence of word codes of 1
// to 3 characters. A name is found by searching for its codes in the stream; the offsets tables turn a position into a
// number and back.
#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <new>
#include <string>

#include <zlib.h>

#include "support/unicode_data.h"

namespace krait::unicode {

namespace {

// Names first_name... belong to the characters first, first + 1, ...
struct NameRun {
    char32_t first;
    std::uint32_t first_name;
};

#include "support/unicode_names.inc"

constexpr std::size_t kGroup = 32;  // entries per offset
constexpr char kSeparator = '!';
constexpr std::size_t kBase = sizeof(kAlphabet) - 1;
constexpr std::size_t kLongestName = 256;

// The two texts, empty when there was no memory for them: then no character has a name.
struct Texts {
    std::string words, names;
};

template <std::size_t N>
std::string unpacked(const char (&packed)[N], std::size_t size) try {
    std::string text(size, '\0');
    uLongf length = size;
    int status =
        uncompress(reinterpret_cast<Bytef*>(text.data()), &length, reinterpret_cast<const Bytef*>(packed), N - 1);
    return status == Z_OK && length == size ? text : std::string();
} catch (const std::bad_alloc&) {
    return {};
}

// Constant data in another form: made once in a process, never changed.
const Texts& texts() {
    static const Texts made = [] {
        Texts both{unpacked(kVocabulary, kVocabularySize), unpacked(kNameStream, kNameStreamSize)};
        return both.words.empty() || both.names.empty() ? Texts{} : both;
    }();
    return made;
}

constexpr std::array<std::uint8_t, 128> kAlphabetIndex = [] {
    std::array<std::uint8_t, 128> table{};
    for (std::size_t i = 0; i < kBase; ++i)
        table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<std::uint8_t>(i);
    return table;
}();

std::size_t value_of(char c) { return kAlphabetIndex[static_cast<unsigned char>(c) & 0x7F]; }

// The number of the entry that starts at `position` (the separator before it).
template <std::size_t N>
std::size_t entry_at(std::string_view text, const std::uint32_t (&offsets)[N], std::size_t position) {
    auto group = static_cast<std::size_t>(std::upper_bound(offsets, offsets + N, position) - offsets) - 1;
    auto begin = text.begin() + offsets[group], end = text.begin() + static_cast<std::ptrdiff_t>(position);
    return group * kGroup + static_cast<std::size_t>(std::count(begin, end, kSeparator));
}

template <std::size_t N>
std::string_view entry(std::string_view text, const std::uint32_t (&offsets)[N], std::size_t number) {
    std::size_t position = offsets[number / kGroup];
    for (std::size_t i = number % kGroup; i > 0; --i) position = text.find(kSeparator, position + 1);
    return text.substr(position + 1, text.find(kSeparator, position + 1) - position - 1);
}

// The position of "!key!", found by memmem, which is fast enough that the tables need no hash.
std::size_t find_entry(std::string_view text, const std::string& key) {
    const void* hit = memmem(text.data(), text.size(), key.data(), key.size());
    return hit ? static_cast<std::size_t>(static_cast<const char*>(hit) - text.data()) : std::string_view::npos;
}

void append_code(std::size_t number, std::string* out) {
    if (number < kOneCharacter) {
        *out += kAlphabet[number];
        return;
    }
    number -= kOneCharacter;
    if (number < kTwoCharacters * kBase) {
        *out += kAlphabet[kOneCharacter + number / kBase];
    } else {
        number -= kTwoCharacters * kBase;
        *out += kAlphabet[kOneCharacter + kTwoCharacters + number / (kBase * kBase)];
        *out += kAlphabet[number / kBase % kBase];
    }
    *out += kAlphabet[number % kBase];
}

std::size_t take_code(std::string_view codes, std::size_t* i) {
    std::size_t lead = value_of(codes[(*i)++]);
    if (lead < kOneCharacter) return lead;
    lead -= kOneCharacter;
    if (lead < kTwoCharacters) return kOneCharacter + lead * kBase + value_of(codes[(*i)++]);
    lead -= kTwoCharacters;
    std::size_t middle = value_of(codes[(*i)++]);
    return kOneCharacter + kTwoCharacters * kBase + (lead * kBase + middle) * kBase + value_of(codes[(*i)++]);
}

// ---- names by rule

constexpr std::string_view kIdeograph = "CJK UNIFIED IDEOGRAPH-";
constexpr std::string_view kSyllable = "HANGUL SYLLABLE ";
constexpr char32_t kIdeographs[][2] = {{0x3400, 0x4DB5},   {0x4E00, 0x9FD5},   {0x20000, 0x2A6D6},
                                       {0x2A700, 0x2B734}, {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}};
constexpr std::string_view kLeads[] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S",
                                       "SS", "",  "J", "JJ", "C", "K", "T", "P", "H"};
constexpr std::string_view kVowels[] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                        "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
constexpr std::string_view kTails[] = {"",  "G",  "GG", "GS", "N", "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                       "LP", "LH", "M",  "B",  "BS", "S", "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};
constexpr char32_t kFirstSyllable = 0xAC00, kLastSyllable = 0xD7A3;

bool is_ideograph(char32_t c) {
    return std::any_of(std::begin(kIdeographs), std::end(kIdeographs),
                       [c](const char32_t(&range)[2]) { return c >= range[0] && c <= range[1]; });
}

std::optional<char32_t> parse_ideograph(std::string_view digits) {
    if (digits.size() != 4 && digits.size() != 5) return std::nullopt;
    char32_t code = 0;
    for (char c : digits) {
        if (c >= '0' && c <= '9')
            code = code * 16 + static_cast<char32_t>(c - '0');
        else if (c >= 'A' && c <= 'F')
            code = code * 16 + static_cast<char32_t>(c - 'A' + 10);
        else
            return std::nullopt;
    }
    if (!is_ideograph(code)) return std::nullopt;
    return code;
}

// The longest entry that begins `text`, which is cut from it.
template <std::size_t N>
std::optional<char32_t> take_jamo(const std::string_view (&table)[N], std::string_view* text) {
    std::optional<char32_t> best;
    for (std::size_t i = 0; i < N; ++i) {
        if (text->substr(0, table[i].size()) != table[i]) continue;
        if (!best || table[i].size() > table[*best].size()) best = static_cast<char32_t>(i);
    }
    if (best) text->remove_prefix(table[*best].size());
    return best;
}

std::optional<char32_t> parse_syllable(std::string_view text) {
    auto lead = take_jamo(kLeads, &text);
    auto vowel = take_jamo(kVowels, &text);
    auto tail = take_jamo(kTails, &text);
    if (!lead || !vowel || !tail || !text.empty()) return std::nullopt;
    return kFirstSyllable + (*lead * 21 + *vowel) * 28 + *tail;
}

}  // namespace

std::optional<char32_t> lookup_name(std::string_view name) {
    // The two families by rule are matched in upper case only, as Python does.
    if (name.substr(0, kSyllable.size()) == kSyllable) return parse_syllable(name.substr(kSyllable.size()));
    if (name.substr(0, kIdeograph.size()) == kIdeograph) return parse_ideograph(name.substr(kIdeograph.size()));
    if (name.empty() || name.size() > kLongestName) return std::nullopt;
    const auto& [word_text, name_text] = texts();
    std::string codes(1, kSeparator);
    for (std::size_t start = 0; start <= name.size();) {
        std::size_t end = std::min(name.find(' ', start), name.size());
        std::string word(1, kSeparator);
        for (char c : name.substr(start, end - start)) {
            if (c == kSeparator || static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
            word += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        }
        word += kSeparator;
        std::size_t position = find_entry(word_text, word);
        if (position == std::string_view::npos) return std::nullopt;
        append_code(entry_at(word_text, kWordOffsets, position), &codes);
        start = end + 1;
    }
    codes += kSeparator;
    std::size_t position = find_entry(name_text, codes);
    if (position == std::string_view::npos) return std::nullopt;
    auto number = static_cast<std::uint32_t>(entry_at(name_text, kNameOffsets, position));
    const auto* run = std::upper_bound(std::begin(kNameRuns), std::end(kNameRuns), number,
                                       [](std::uint32_t n, const NameRun& r) { return n < r.first_name; }) - 1;
    return run->first + (number - run->first_name);
}

std::string name(char32_t c) {
    if (c >= kFirstSyllable && c <= kLastSyllable) {
        char32_t index = c - kFirstSyllable;
        std::string text(kSyllable);
        text += kLeads[index / (21 * 28)];
        text += kVowels[index / 28 % 21];
        text += kTails[index % 28];
        return text;
    }
    if (is_ideograph(c)) {
        std::string text(kIdeograph);
        for (int shift = c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4) text += "0123456789ABCDEF"[c >> shift & 0xF];
        return text;
    }
    // Aliases have runs of their own behind those of the names.
    const auto* end = std::lower_bound(std::begin(kNameRuns), std::end(kNameRuns), kPrimaryNames,
                                       [](const NameRun& run, std::size_t n) { return run.first_name < n; });
    const auto* run = std::upper_bound(std::begin(kNameRuns), end, c,
                                       [](char32_t code, const NameRun& r) { return code < r.first; });
    if (run == std::begin(kNameRuns)) return {};
    --run;
    std::size_t number = run->first_name + (c - run->first);
    std::size_t next = run + 1 == std::end(kNameRuns) ? kNames : (run + 1)->first_name;
    if (number >= next) return {};
    const auto& [word_text, name_text] = texts();
    if (name_text.empty()) return {};
    std::string_view codes = entry(name_text, kNameOffsets, number);
    std::string text;
    for (std::size_t i = 0; i < codes.size();) {
        if (!text.empty()) text += ' ';
        text += entry(word_text, kWordOffsets, take_code(codes, &i));
    }
    return text;
}

}  // namespace krait::unicode
