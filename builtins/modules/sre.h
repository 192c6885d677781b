// What the sources of module _sre share: the translated program, the objects, and the entrance to the matcher.
//
// A pattern arrives as the list of codes that sre_compile makes (CPython 3.6's numbering). sre_program.cpp checks it
// completely and translates it to the program below; the matcher (sre_matcher.h) never sees a code list.
#pragma once

#include "vm/native/module_def.h"
#include "vm/object/buffer.h"
#include "vm/protocol/protocol.h"

namespace krait::sre {

constexpr int64_t kMagic = 20140917;
constexpr uint32_t kMaxRepeat = 0xFFFFFFFF;
constexpr int64_t kMaxGroups = 0x7FFFFFFF;

// Numbers of 3.6's code lists.
namespace code {
enum : uint32_t {
    Failure,
    Success,
    Any,
    AnyAll,
    Assert,
    AssertNot,
    At,
    Branch,
    Call,
    Category,
    Charset,
    BigCharset,
    GroupRef,
    GroupRefExists,
    GroupRefIgnore,
    In,
    InIgnore,
    Info,
    Jump,
    Literal,
    LiteralIgnore,
    Mark,
    MaxUntil,
    MinUntil,
    NotLiteral,
    NotLiteralIgnore,
    Negate,
    Range,
    Repeat,
    RepeatOne,
    SubPattern,
    MinRepeatOne,
    RangeIgnore
};
}
enum At : uint32_t {
    kAtBeginning,
    kAtBeginningLine,
    kAtBeginningString,
    kAtBoundary,
    kAtNonBoundary,
    kAtEnd,
    kAtEndLine,
    kAtEndString,
    kAtLocBoundary,
    kAtLocNonBoundary,
    kAtUniBoundary,
    kAtUniNonBoundary,
    kAtCount
};
constexpr uint32_t kCategoryCount = 18;  // each even number is a category, the odd one after it its opposite
enum Flag : uint32_t {
    kFlagTemplate = 1,
    kFlagIgnoreCase = 2,
    kFlagLocale = 4,
    kFlagMultiline = 8,
    kFlagDotAll = 16,
    kFlagUnicode = 32,
    kFlagVerbose = 64,
    kFlagDebug = 128,
    kFlagAscii = 256
};

// ------------------------------------------------------------------------------------------------ the program
// Test of one character. The argument of Set is the place of a CharSet in the program.
enum class Unit : uint32_t { Literal, NotLiteral, Any, AnyAll, Set };
struct UnitTest {
    Unit kind;
    uint32_t argument;
};

// Instructions and their operands, one 32-bit word each. Targets are indexes into the program.
enum Op : uint32_t {
    kFail,
    kMatch,       // the end of the pattern
    kLiteral,     // character
    kNotLiteral,  // character
    kString,      // n, n characters
    kAny,         // all but newline
    kAnyAll,
    kSet,             // set
    kAt,              // position code
    kMark,            // index
    kGroupRef,        // group
    kGroupRefIgnore,  // group
    kGroupRefExists,  // group, target if it has not matched
    kJump,            // target
    kAlternative,     // next alternative, has first, first test (2); the first one of a branch
    kAlternativesEnd,
    kRepeatOne,     // min, max, test (2), tail begins with a literal, that literal; the tail follows
    kMinRepeatOne,  // the same
    kRepeatSub,     // min, max, tail, tail begins with a literal, that literal; body, kAtomicEnd
    kMinRepeatSub,  // the same
    kRepeat,        // until, min, max; body, until
    kMaxUntil,      // repeat
    kMinUntil,      // repeat
    kAssert,        // back, target; body, kAtomicEnd
    kAssertNot,     // back, target; body, kAtomicEnd
    kAtomicEnd,
};

enum class Fold : uint32_t { None, Ascii, Unicode };

// In the program: the bitmap decides for characters below 256 (folding included), the codes for the others.
struct CharSet {
    uint32_t bits[8];
    Fold fold;      // applied to the character before the codes look at it
    Fold upper;     // mapping of RANGE_IGNORE
    uint32_t size;  // of the codes that follow
    uint32_t codes[1];

    bool has_small(uint32_t c) const { return (bits[c >> 5] >> (c & 31)) & 1; }
};
constexpr uint32_t kCharSetHeader = 11;

uint32_t fold_char(Fold, uint32_t c);
uint32_t upper_char(Fold, uint32_t c);
bool in_category(uint32_t category, uint32_t c);
// A character beyond the bitmap.
bool charset_has(const CharSet&, uint32_t c);
// Fills the bitmap from the codes.
void charset_fill_bits(CharSet&);
// Words of a well-formed set at `words` (its final FAILURE included), 0: malformed.
size_t charset_size(const uint32_t* words, size_t available);

// Growing array of words in a heap buffer.
struct Words {
    uint32_t* data = nullptr;
    uint32_t size = 0, capacity = 0;

    Status reserve(Thread&, size_t more);
    Status append(Thread&, std::initializer_list<uint32_t> words);
    Status append(Thread&, const uint32_t* words, size_t n);
    void free(Heap&);
    uint32_t& operator[](size_t i) { return data[i]; }
    uint32_t operator[](size_t i) const { return data[i]; }
};

struct Program {
    Words code;
    Words data;               // sets of characters and the prefix; places in it are arguments of instructions
    uint32_t mark_count = 0;  // largest mark used, plus one
    Fold fold = Fold::None;   // for references to groups
    // From the information block.
    uint32_t min_width = 0;
    bool has_prefix = false, all_prefix = false;  // the whole pattern is the prefix
    uint32_t prefix = 0, prefix_size = 0;         // characters, in data
    uint32_t prefix_skip = 0;                     // of the prefix that need not be matched again
    uint32_t after_prefix = 0;                    // program behind those
    bool has_first = false;                       // every match begins with a character that passes the test
    UnitTest first{};

    const CharSet& set(uint32_t at) const { return *reinterpret_cast<const CharSet*>(data.data + at); }
};

// ------------------------------------------------------------------------------------------------ objects
struct PatternObject : Object {
    Value pattern, groupindex, indexgroup;
    Value shown_flags, shown_groups;        // the attributes
    TypeObject *match_type, *scanner_type;  // owned
    int64_t groups;
    uint32_t flags;
    int8_t is_bytes;                 // -1: either (pattern None)
    bool splits_never, splits_warn;  // of the information block: what split() says
    uint32_t* codes;                 // heap buffer: == and hash
    size_t code_count;
    Program program;
};

struct MatchObject : Object {
    Value string;            // None is never stored
    Value regs;              // UNBOUND: not asked for yet
    PatternObject* pattern;  // owned
    Value pos, endpos;       // ints
    int64_t lastindex;
    int64_t groups;    // the whole match included
    int64_t marks[2];  // pairs; -1: did not take part
};

struct ScannerObject : Object {
    PatternObject* pattern;  // owned
    Value string;
    BufferView view;     // bytes-like text stays in place while the scanner lives
    int64_t start, end;  // start -1: exhausted
    int64_t pos;
};

extern const TypeSpec kPatternSpec, kMatchSpec, kScannerSpec;

// False result: exception pending (RuntimeError "invalid SRE code").
Status translate(Thread&, const uint32_t* codes, size_t count, int64_t groups, uint32_t flags, Program* out);
void program_free(Heap&, Program&);

// ------------------------------------------------------------------------------------------------ subjects
// The text that is looked at.
class Subject {
  public:
    Subject() = default;
    Subject(Subject&&) = default;
    Subject& operator=(Subject&&) = default;
    static Fallible<Subject> open(Thread&, Value string);  // TypeError "expected string or bytes-like object"
    static Fallible<Subject> open_for(Thread&, PatternObject*, Value string);  // also checks str against bytes
    bool is_bytes() const { return bytes_; }
    const void* data() const { return data_; }
    unsigned unit() const { return unit_; }
    int64_t length() const { return length_; }
    Value string() const { return string_; }
    BufferView take_view() { return std::move(view_); }
    Ref slice(Thread&, int64_t start, int64_t end) const;

  private:
    Ref string_;
    BufferView view_;
    const void* data_ = nullptr;
    int64_t length_ = 0;
    unsigned unit_ = 1;
    bool bytes_ = false;
};

// ------------------------------------------------------------------------------------------------ matching
constexpr int64_t kNoMark = -1;

// One text under search. `start` is where the next attempt begins and, after success, where the match began; `ptr` its
// end.
class Matching {
  public:
    Matching(Thread& t, PatternObject* pattern, const Subject& subject, int64_t start, int64_t end);
    ~Matching();
    Matching(const Matching&) = delete;
    Matching& operator=(const Matching&) = delete;
    Status prepare();  // before anything else: room for the marks

    Fallible<bool> search();
    Fallible<bool> match(bool whole);
    void advance() { start = ptr == start ? ptr + 1 : ptr; }  // behind a match

    // Group as found by the last success; false: it took no part.
    bool group_span(int64_t group, int64_t* from, int64_t* to) const;

    int64_t start, end, ptr, pos;
    int64_t lastmark = -1, lastindex = -1;

  private:
    template <class T>
    friend class Matcher;
    void reset() { lastmark = lastindex = -1; }
    Status poll();
    bool grow(size_t words);

    Thread& thread_;
    Program& program_;
    const void* data_;
    unsigned unit_;
    int64_t* marks_;
    int64_t inline_marks_[16];
    uint64_t* stack_;
    size_t capacity_;
    uint64_t inline_stack_[160];
    int64_t fuel_;
};

Ref match_new(Thread&, PatternObject*, const Matching&, Value string);
// Clamps as every method of patterns does.
void clamp_range(int64_t length, int64_t* pos, int64_t* endpos);
Ref scanner_new(Thread&, PatternObject*, Value string, int64_t pos, int64_t endpos);
Ref pattern_new(Thread&, TypeObject*, TypeObject* match_type, TypeObject* scanner_type, Value pattern, uint32_t flags,
                ListObject* codes, int64_t groups, Value groupindex, Value indexgroup);
Ref call_re(Thread&, const char* function, std::initializer_list<Value> args);  // function of module re

}  // namespace krait::sre
