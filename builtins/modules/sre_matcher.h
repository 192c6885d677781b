// The matcher, once per width of characters. It backtracks over an explicit stack, so deep patterns and long texts need
// memory of the interpreter's heap, never of the C stack.
//
// The stack holds frames (what to do when the present path fails), saved marks and loop records. A loop record is never
// changed while anything may still refer to it: each iteration makes a new one, and backtracking merely takes up the
// old one again. Which marks a failing path restores, and which it leaves behind, is exactly what 3.6 does: references
// to groups, lookaheads and the groups of a match show it.
#pragma once

#include <cstring>

#include "builtins/modules/sre.h"

namespace krait::sre {

enum class FrameKind : uint32_t { Alternative, RepeatOne, MinRepeatOne, MaxUntil, MinUntil, Assert, AssertNot, Count };

struct Frame {
    uint32_t pc;
    uint32_t kind : 4;
    uint32_t saved : 28;  // marks, in front of the frame
    int64_t ptr;
    int64_t count;  // repetitions; Assert, AssertNot: the atomic frame outside
    int32_t lastmark, lastindex;
    uint64_t loop;      // innermost loop record, 0: none
    uint64_t previous;  // frame below
};
struct Loop {
    uint64_t outer;
    uint32_t pc;  // of its kRepeat
    uint32_t reserved;
    int64_t count;
    int64_t last;  // where the last optional iteration began
};
// Counting with a body of several instructions (references to groups, mostly).
struct CountRecord {
    int64_t start, limit;
    uint64_t atomic;  // outside
    uint64_t purpose;
};
enum CountPurpose : uint64_t { kCountGreedy, kCountMinimum, kCountOneMore };

constexpr uint64_t kFrameWords = sizeof(Frame) / 8, kLoopWords = sizeof(Loop) / 8,
                   kCountWords = sizeof(CountRecord) / 8;

template <class T>
class Matcher {
  public:
    explicit Matcher(Matching& m) : m_(m), program_(m.program_), text_(static_cast<const T*>(m.data_)), end_(m.end) {}

    Fallible<bool> search();
    // Tries at `start` alone, from the instruction `pc` with the text already matched up to `from`.
    Fallible<bool> attempt(uint32_t pc, int64_t start, int64_t from);
    void set_whole(bool whole) { whole_ = whole; }

  private:
    static bool same(T c, uint32_t wanted) { return static_cast<uint32_t>(c) == wanted; }
    bool in_set(uint32_t at, T c) const {
        const CharSet& set = program_.set(at);
        if constexpr (sizeof(T) == 1)
            return set.has_small(c);
        else
            return c < 256 ? set.has_small(c) : charset_has(set, c);
    }
    bool test(UnitTest unit, T c) const {
        switch (unit.kind) {
            case Unit::Literal: return same(c, unit.argument);
            case Unit::NotLiteral: return !same(c, unit.argument);
            case Unit::Any: return c != '\n';
            case Unit::AnyAll: return true;
            default: return in_set(unit.argument, c);
        }
    }
    // End of the run of characters in [p, limit) that pass (or, for find, do not pass) the test.
    template <bool kPass>
    int64_t run(UnitTest unit, int64_t p, int64_t limit) const;
    Fallible<int64_t> count(UnitTest unit, int64_t p, int64_t most);
    Fallible<int64_t> find_start(int64_t p);
    Fallible<int64_t> find_prefix(int64_t p);
    Status spend(int64_t work) {
        if (KRAIT_UNLIKELY((m_.fuel_ -= work) < 0)) return m_.poll();
        return ok();
    }

    bool at_position(uint32_t code, int64_t p) const;
    bool word_at(uint32_t code, int64_t p) const {
        uint32_t c = text_[p];
        return in_category(code >= kAtUniBoundary ? 14 : 4, c);
    }
    // -1: the group has not matched or differs; else the position behind it.
    Fallible<int64_t> match_group(uint32_t group, int64_t p, bool ignore_case);
    // How many of the `n` characters before p go back until `literal` follows; n - least + 1 where it does nowhere.
    Fallible<int64_t> give_back(uint32_t literal, int64_t least, int64_t n, int64_t p);
    bool group_set(uint32_t group) const {
        int64_t i = int64_t{group} * 2;
        return i < m_.lastmark && m_.marks_[i] >= 0 && m_.marks_[i + 1] >= m_.marks_[i];
    }

    // --- the stack
    Frame& frame(uint64_t at) { return *reinterpret_cast<Frame*>(m_.stack_ + at); }
    Loop& loop(uint64_t at) { return *reinterpret_cast<Loop*>(m_.stack_ + at); }
    CountRecord& record(uint64_t at) { return *reinterpret_cast<CountRecord*>(m_.stack_ + at); }
    Status room(uint64_t words) {
        if (KRAIT_LIKELY(sp_ + words <= m_.capacity_)) return ok();
        if (!m_.grow(sp_ + words)) return raise_memory_error(m_.thread_);
        return ok();
    }
    // Frame on top; `save_marks`: all up to the last one set.
    Status push(FrameKind kind, uint32_t pc, int64_t ptr, int64_t count, bool save_marks) {
        uint64_t saved = save_marks && m_.lastmark > 0 ? static_cast<uint64_t>(m_.lastmark) + 1 : 0;
        TRY(room(saved + kFrameWords));
        if (saved) std::memcpy(m_.stack_ + sp_, m_.marks_, saved * 8);
        sp_ += saved;
        Frame& f = frame(sp_);
        f.pc = pc;
        f.kind = static_cast<uint32_t>(kind);
        f.saved = static_cast<uint32_t>(saved);
        f.ptr = ptr;
        f.count = count;
        f.lastmark = static_cast<int32_t>(m_.lastmark);
        f.lastindex = static_cast<int32_t>(m_.lastindex);
        f.loop = loop_;
        f.previous = top_;
        top_ = sp_;
        sp_ += kFrameWords;
        return ok();
    }
    void restore_marks(const Frame& f) {
        if (f.saved) std::memcpy(m_.marks_, reinterpret_cast<const uint64_t*>(&f) - f.saved, uint64_t{f.saved} * 8);
        restore_last(f);
    }
    void restore_last(const Frame& f) {
        m_.lastmark = f.lastmark;
        m_.lastindex = f.lastindex;
    }
    void drop(const Frame& f) {  // the top frame
        sp_ = top_ - f.saved;
        top_ = f.previous;
    }
    Fallible<uint64_t> push_loop(uint64_t outer, uint32_t pc, int64_t count, int64_t last) {
        TRY(room(kLoopWords));
        uint64_t at = sp_;
        loop(at) = {outer, pc, 0, count, last};
        sp_ += kLoopWords;
        return at;
    }
    // Counts up; in place where nothing can come back to the old state.
    Status next_iteration(uint64_t at, int64_t count, int64_t last) {
        if (at + kLoopWords == sp_) {
            loop(at).count = count;
            loop(at).last = last;
            loop_ = at;
            return ok();
        }
        loop_ = TRY(push_loop(loop(at).outer, loop(at).pc, count, last));
        return ok();
    }

    Fallible<bool> run_program(uint32_t pc, int64_t p);

    Matching& m_;
    const Program& program_;
    const T* text_;
    int64_t end_;
    bool whole_ = false;
    uint64_t sp_ = kFrameWords, top_ = 0, loop_ = 0, atomic_ = 0;  // the words below stay unused: 0 is no place
};

// ------------------------------------------------------------------------------------------------ characters

template <class T>
template <bool kPass>
int64_t Matcher<T>::run(UnitTest unit, int64_t p, int64_t limit) const {
    const T *s = text_ + p, *e = text_ + limit;
    switch (unit.kind) {
        case Unit::Literal:
        case Unit::NotLiteral: {
            bool equal_passes = (unit.kind == Unit::Literal) == kPass;
            if constexpr (sizeof(T) == 1) {
                if (!equal_passes) {
                    if (unit.argument > 0xFF || s == e) return limit;
                    const void* hit = std::memchr(s, static_cast<int>(unit.argument), static_cast<size_t>(e - s));
                    return hit ? static_cast<const T*>(hit) - text_ : limit;
                }
            }
            if (equal_passes)
                while (s < e && same(*s, unit.argument)) ++s;
            else
                while (s < e && !same(*s, unit.argument)) ++s;
            break;
        }
        case Unit::Any:
            if constexpr (sizeof(T) == 1 && kPass) {
                const void* hit = s == e ? nullptr : std::memchr(s, '\n', static_cast<size_t>(e - s));
                return hit ? static_cast<const T*>(hit) - text_ : limit;
            }
            while (s < e && (*s != '\n') == kPass) ++s;
            break;
        case Unit::AnyAll: return kPass ? limit : p;
        default: {
            const CharSet& set = program_.set(unit.argument);
            if constexpr (sizeof(T) == 1) {
                while (s < e && set.has_small(*s) == kPass) ++s;
            } else {
                while (s < e && (*s < 256 ? set.has_small(*s) : charset_has(set, *s)) == kPass) ++s;
            }
        }
    }
    return s - text_;
}

constexpr int64_t kPiece = 1 << 16;  // characters between two looks at the clock

template <class T>
Fallible<int64_t> Matcher<T>::count(UnitTest unit, int64_t p, int64_t most) {
    int64_t limit = most == kMaxRepeat || most > end_ - p ? end_ : p + most, at = p;
    while (true) {
        int64_t piece = std::min(limit, at + kPiece), stop = run<true>(unit, at, piece);
        TRY(spend((stop - at) >> 3));
        at = stop;
        if (stop < piece || piece == limit) return at - p;
    }
}

template <class T>
Fallible<int64_t> Matcher<T>::find_start(int64_t p) {
    while (p < end_) {
        int64_t piece = std::min(end_, p + kPiece), hit = run<false>(program_.first, p, piece);
        TRY(spend((hit - p) >> 3));
        p = hit;
        if (hit < piece) break;
    }
    return p;
}

template <class T>
Fallible<int64_t> Matcher<T>::find_prefix(int64_t p) {
    const uint32_t* prefix = program_.data.data + program_.prefix;
    int64_t n = program_.prefix_size, last = end_ - n;
    while (p <= last) {
        int64_t piece = std::min(last + 1, p + kPiece);
        int64_t hit = run<false>({Unit::Literal, prefix[0]}, p, piece);
        TRY(spend(1 + ((hit - p) >> 3)));
        p = hit;
        if (hit == piece) continue;
        int64_t i = 1;
        while (i < n && same(text_[p + i], prefix[i])) ++i;
        if (i == n) return p;
        TRY(spend(i >> 3));
        ++p;
    }
    return end_ + 1;
}

template <class T>
bool Matcher<T>::at_position(uint32_t code, int64_t p) const {
    switch (code) {
        case kAtBeginning:
        case kAtBeginningString: return p == 0;
        case kAtBeginningLine: return p == 0 || text_[p - 1] == '\n';
        case kAtEnd: return p == end_ || (end_ - p == 1 && text_[p] == '\n');
        case kAtEndLine: return p == end_ || (p < end_ && text_[p] == '\n');
        case kAtEndString: return p == end_;
        default: break;
    }
    if (end_ == 0) return false;  // nothing is between words of an empty text
    bool before = p > 0 && word_at(code, p - 1), after = p < end_ && word_at(code, p);
    bool boundary = code == kAtBoundary || code == kAtLocBoundary || code == kAtUniBoundary;
    return (before != after) == boundary;
}

template <class T>
Fallible<int64_t> Matcher<T>::give_back(uint32_t literal, int64_t least, int64_t n, int64_t p) {
    const int64_t from = p, last = p - (n - least);   // where the fewest end
    if (p >= last && p >= end_) --p;
    while (true) {
        int64_t stop = std::max(last, p - kPiece);
        while (p >= stop && !same(text_[p], literal)) --p;
        if (p >= stop || stop == last) return from - p;
        TRY(spend(kPiece >> 3));
    }
}

template <class T>
Fallible<int64_t> Matcher<T>::match_group(uint32_t group, int64_t p, bool ignore_case) {
    if (!group_set(group)) return -1;
    int64_t from = m_.marks_[int64_t{group} * 2], to = m_.marks_[int64_t{group} * 2 + 1];
    if (to - from > end_ - p && p <= end_) return -1;
    for (int64_t left = kPiece; from < to; ++from, ++p) {
        if (--left == 0) {
            left = kPiece;
            TRY(spend(kPiece >> 3));
        }
        if (p >= end_) return -1;
        if (text_[p] != text_[from] &&
            !(ignore_case && fold_char(program_.fold, text_[p]) == fold_char(program_.fold, text_[from])))
            return -1;
    }
    return p;
}

// ------------------------------------------------------------------------------------------------ search

template <class T>
Fallible<bool> Matcher<T>::attempt(uint32_t pc, int64_t start, int64_t from) {
    m_.start = start;
    TRY(spend(1));
    sp_ = kFrameWords;
    top_ = loop_ = atomic_ = 0;
    return run_program(pc, from);
}

template <class T>
Fallible<bool> Matcher<T>::search() {
    int64_t p = m_.start;
    if (p > end_ || end_ - p < program_.min_width) return false;
    if (program_.has_prefix) {
        int64_t skip = program_.prefix_skip;
        while (true) {
            p = TRY(find_prefix(p));
            if (p > end_) return false;
            if (program_.all_prefix) {
                m_.start = p;
                m_.ptr = p + program_.prefix_size;
                return true;
            }
            if (TRY(attempt(program_.after_prefix, p, p + skip))) return true;
            ++p;
        }
    }
    if (program_.has_first) {
        while (true) {
            p = TRY(find_start(p));
            if (p >= end_) return false;
            if (TRY(attempt(0, p, p))) return true;
            ++p;
        }
    }
    int64_t last = program_.min_width > 1 ? end_ - (int64_t{program_.min_width} - 1) : end_;
    for (; p <= last; ++p)
        if (TRY(attempt(0, p, p))) return true;
    return false;
}

// ------------------------------------------------------------------------------------------------ the loop

template <class T>
Fallible<bool> Matcher<T>::run_program(uint32_t pc, int64_t p) {
    const uint32_t* const code = program_.code.data;
    const T* const text = text_;
    const int64_t end = end_;
    const bool marks = program_.mark_count != 0;
    int64_t n;
    uint64_t at;

    while (true) {
        const uint32_t* w = code + pc;
        switch (w[0]) {
            case kFail: goto fail;
            case kMatch:
                if (whole_ && p != end) goto fail;
                m_.ptr = p;
                return true;
            case kLiteral:
                if (p >= end || !same(text[p], w[1])) goto fail;
                ++p;
                pc += 2;
                continue;
            case kNotLiteral:
                if (p >= end || same(text[p], w[1])) goto fail;
                ++p;
                pc += 2;
                continue;
            case kString:
                if (end - p < w[1]) goto fail;
                for (uint32_t i = 0; i < w[1]; ++i)
                    if (!same(text[p + i], w[2 + i])) goto fail;
                p += w[1];
                pc += 2 + w[1];
                continue;
            case kAny:
                if (p >= end || text[p] == '\n') goto fail;
                ++p;
                ++pc;
                continue;
            case kAnyAll:
                if (p >= end) goto fail;
                ++p;
                ++pc;
                continue;
            case kSet:
                if (p >= end || !in_set(w[1], text[p])) goto fail;
                ++p;
                pc += 2;
                continue;
            case kAt:
                if (!at_position(w[1], p)) goto fail;
                pc += 2;
                continue;
            case kMark: {
                int64_t i = w[1];
                if (i & 1) m_.lastindex = i / 2 + 1;
                if (i > m_.lastmark) {
                    for (int64_t k = m_.lastmark + 1; k < i; ++k) m_.marks_[k] = kNoMark;
                    m_.lastmark = i;
                }
                m_.marks_[i] = p;
                pc += 2;
                continue;
            }
            case kGroupRef:
            case kGroupRefIgnore:
                n = TRY(match_group(w[1], p, w[0] == kGroupRefIgnore));
                if (n < 0) goto fail;
                TRY(spend((n - p) >> 3));
                p = n;
                pc += 2;
                continue;
            case kGroupRefExists: pc = group_set(w[1]) ? pc + 3 : w[2]; continue;
            case kJump: pc = w[1]; continue;

            case kAlternative:
                while (w[2] && (p >= end || !test({static_cast<Unit>(w[3]), w[4]}, text[p]))) {
                    w = code + w[1];
                    if (w[0] == kAlternativesEnd) goto fail;
                }
                if (w[0] == kAlternativesEnd) goto fail;
                if (marks || code[w[1]] != kAlternativesEnd) TRY(push(FrameKind::Alternative, w[1], p, 0, loop_ != 0));
                pc = static_cast<uint32_t>(w - code) + 5;
                continue;
            case kAlternativesEnd: goto fail;

            case kRepeatOne:
                if (end - p < w[1]) goto fail;
                n = TRY(count({static_cast<Unit>(w[3]), w[4]}, p, w[2]));
                p += n;
                pc += 7;
                goto greedy;
            case kMinRepeatOne:
                if (end - p < w[1]) goto fail;
                n = 0;
                if (w[1] != 0) {
                    n = TRY(count({static_cast<Unit>(w[3]), w[4]}, p, w[1]));
                    if (n < w[1]) goto fail;
                    p += n;
                }
                pc += 7;
                goto reluctant;
            case kRepeatSub:
                if (end - p < w[1]) goto fail;
                at = kCountGreedy;
                n = w[2];
                goto start_count;
            case kMinRepeatSub:
                if (end - p < w[1]) goto fail;
                if (w[1] == 0) {
                    n = 0;
                    pc = w[3];
                    goto reluctant_sub;
                }
                at = kCountMinimum;
                n = w[1];
                goto start_count;

            case kRepeat:
                loop_ = TRY(push_loop(loop_, pc, -1, kNoMark));
                pc = w[1];
                continue;
            case kMaxUntil: {
                at = loop_;
                const uint32_t* r = code + w[1];
                n = loop(at).count + 1;
                TRY(spend(1));
                if (n < r[2]) {
                    TRY(next_iteration(at, n, loop(at).last));
                    pc = w[1] + 4;
                    continue;
                }
                if ((n < r[3] || r[3] == kMaxRepeat) && p != loop(at).last) {
                    TRY(push(FrameKind::MaxUntil, pc, p, n, true));
                    loop_ = TRY(push_loop(loop(at).outer, w[1], n, p));
                    pc = w[1] + 4;
                    continue;
                }
                loop_ = loop(at).outer;
                pc += 2;
                continue;
            }
            case kMinUntil: {
                at = loop_;
                const uint32_t* r = code + w[1];
                n = loop(at).count + 1;
                TRY(spend(1));
                if (n < r[2]) {
                    TRY(next_iteration(at, n, loop(at).last));
                    pc = w[1] + 4;
                    continue;
                }
                TRY(push(FrameKind::MinUntil, pc, p, n, false));
                loop_ = loop(at).outer;
                pc += 2;
                continue;
            }

            case kAssert:
                if (p < w[1]) goto fail;
                TRY(push(FrameKind::Assert, w[2], p, static_cast<int64_t>(atomic_), false));
                atomic_ = top_;
                p -= w[1];
                pc += 3;
                continue;
            case kAssertNot:
                if (p < w[1]) {
                    pc = w[2];
                    continue;
                }
                TRY(push(FrameKind::AssertNot, w[2], p, static_cast<int64_t>(atomic_), false));
                atomic_ = top_;
                p -= w[1];
                pc += 3;
                continue;
            case kAtomicEnd: {  // what the body left on the stack is gone: it is not tried again
                top_ = atomic_;
                Frame& f = frame(top_);
                loop_ = f.loop;
                sp_ = top_ + kFrameWords;
                if (f.kind == static_cast<uint32_t>(FrameKind::Count)) {
                    bool advanced = p > f.ptr;
                    f.ptr = std::max(f.ptr, p);
                    if (advanced && p < record(static_cast<uint64_t>(f.count)).limit) {
                        TRY(spend(1));
                        pc = f.pc + 6;
                        continue;
                    }
                    goto count_done;
                }
                atomic_ = static_cast<uint64_t>(f.count);
                bool negative = f.kind == static_cast<uint32_t>(FrameKind::AssertNot);
                p = f.ptr;
                pc = f.pc;
                drop(f);
                if (negative) goto fail;
                continue;
            }
            default: goto fail;  // not reached: the translator writes nothing else
        }

    start_count : {  // at: purpose, n: the most to count
        TRY(room(kCountWords));
        uint64_t place = sp_;
        int64_t limit = n == kMaxRepeat || n > end - p ? end : p + n;
        record(place) = {p, limit, atomic_, at};
        sp_ += kCountWords;
        TRY(push(FrameKind::Count, pc, p, static_cast<int64_t>(place), false));
        atomic_ = top_;
        if (p >= limit) goto count_done;
        pc += 6;
        continue;
    }
    count_done : {
        Frame& f = frame(top_);
        CountRecord r = record(static_cast<uint64_t>(f.count));
        sp_ = static_cast<uint64_t>(f.count);
        loop_ = f.loop;
        top_ = f.previous;
        atomic_ = r.atomic;
        p = f.ptr;
        n = p - r.start;
        w = code + f.pc;
        pc = w[3];
        if (r.purpose == kCountGreedy) goto greedy_sub;
        if (r.purpose == kCountMinimum) {
            if (n < w[1]) goto fail;
            goto reluctant_sub;
        }
        at = top_;  // one more for the frame there
        if (n == 0) {
            drop(frame(at));
            goto fail;
        }
        goto reluctant_more;
    }

    greedy_sub : {  // n repetitions up to p; the instruction is w
        uint32_t self = static_cast<uint32_t>(w - code);
        if (w[4]) {
            int64_t back = TRY(give_back(w[5], w[1], n, p));
            n -= back;
            p -= back;
        }
        if (n < w[1]) goto fail;
        if (code[pc] != kMatch && code[pc] != kAtomicEnd) TRY(push(FrameKind::RepeatOne, self, p, n, false));
        continue;
    }
    greedy : {
        uint32_t self = pc - 7;
        if (w[5]) {
            if (static_cast<uint32_t>(static_cast<T>(w[6])) != w[6]) goto fail;
            int64_t back = TRY(give_back(w[6], w[1], n, p));
            n -= back;
            p -= back;
        }
        if (n < w[1]) goto fail;
        if (code[pc] == kMatch || code[pc] == kAtomicEnd || (n == w[1] && !marks)) continue;
        TRY(push(FrameKind::RepeatOne, self, p, n, false));
        continue;
    }
    reluctant:
        TRY(push(FrameKind::MinRepeatOne, pc - 7, p, n, false));
        continue;
    reluctant_sub:
        TRY(push(FrameKind::MinRepeatOne, static_cast<uint32_t>(w - code), p, n, false));
        continue;

    fail : {
        if (top_ == 0) return false;
        TRY(spend(1));
        Frame& f = frame(top_);
        w = code + f.pc;
        loop_ = f.loop;
        sp_ = top_ + kFrameWords;
        switch (static_cast<FrameKind>(f.kind)) {
            case FrameKind::Alternative:
                restore_marks(f);
                p = f.ptr;
                while (w[0] == kAlternative && w[2] && (p >= end || !test({static_cast<Unit>(w[3]), w[4]}, text[p])))
                    w = code + w[1];
                if (w[0] == kAlternativesEnd) {
                    drop(f);
                    goto fail;
                }
                pc = static_cast<uint32_t>(w - code) + 5;
                f.pc = w[1];
                if (!marks && code[w[1]] == kAlternativesEnd) drop(f);
                continue;
            case FrameKind::RepeatOne: {
                restore_last(f);
                bool sub = w[0] == kRepeatSub;
                n = f.count - 1;
                p = f.ptr - 1;
                if (sub ? w[4] : w[5]) {
                    int64_t back = TRY(give_back(sub ? w[5] : w[6], w[1], n, p));
                    n -= back;
                    p -= back;
                }
                if (n < w[1]) {
                    drop(f);
                    goto fail;
                }
                f.count = n;
                f.ptr = p;
                pc = sub ? w[3] : f.pc + 7;
                if (n == w[1] && !marks) drop(f);
                continue;
            }
            case FrameKind::MinRepeatOne:
                p = f.ptr;
                if (w[2] != kMaxRepeat && f.count > w[2]) {  // one too many was tried already
                    drop(f);
                    goto fail;
                }
                if (w[0] == kMinRepeatSub) {
                    pc = f.pc;
                    at = kCountOneMore;
                    n = 1;
                    goto start_count;
                }
                if (p >= end || !test({static_cast<Unit>(w[3]), w[4]}, text[p])) {
                    drop(f);
                    goto fail;
                }
                at = top_;
                ++p;
                pc = f.pc + 7;
                goto reluctant_more;
            case FrameKind::MaxUntil:
                restore_marks(f);
                p = f.ptr;
                pc = f.pc + 2;
                loop_ = loop(f.loop).outer;
                drop(f);
                continue;
            case FrameKind::MinUntil: {
                restore_last(f);
                p = f.ptr;
                n = f.count;
                uint32_t repeat = w[1];
                const uint32_t* r = code + repeat;
                at = f.loop;
                drop(f);
                if ((n >= r[3] && r[3] != kMaxRepeat) || p == loop(at).last) goto fail;
                loop_ = at;
                TRY(next_iteration(at, n, p));
                pc = repeat + 4;
                continue;
            }
            case FrameKind::Assert:
                atomic_ = static_cast<uint64_t>(f.count);
                drop(f);
                goto fail;
            case FrameKind::AssertNot:
                atomic_ = static_cast<uint64_t>(f.count);
                p = f.ptr;
                pc = f.pc;
                drop(f);
                continue;
            case FrameKind::Count: goto count_done;
        }
        continue;
    }

    reluctant_more : {  // the frame `at` on top gets one more; p is behind it, pc at the tail
        Frame& again = frame(at);
        restore_last(again);
        ++again.count;
        again.ptr = p;
        const uint32_t* r = code + again.pc;
        if (r[2] != kMaxRepeat && again.count > r[2]) {
            drop(again);
            goto fail;
        }
        continue;
    }
    }
}

}  // namespace krait::sre
