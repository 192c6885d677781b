// _sre: checks a code list completely and translates it to a program. Code lists may come from anybody: nothing in them
// is believed that was not looked at, and the matcher relies on what has been checked here.
#include <algorithm>
#include <cstring>

#include "builtins/modules/sre.h"

namespace krait::sre {

namespace {

constexpr uint64_t kMostMarks = 1 << 26;

class Translator {
  public:
    Translator(Thread& t, const uint32_t* codes, size_t count, int64_t groups, uint32_t flags, Program& out)
        : thread_(t), codes_(codes), count_(count), groups_(groups), out_(out) {
        out_.fold = flags & kFlagLocale ? Fold::Ascii : flags & kFlagUnicode ? Fold::Unicode : Fold::Ascii;
    }

    Status run() {
        if (groups_ < 0 || groups_ > kMaxGroups || count_ == 0 || count_ > UINT32_MAX / 64 ||
            codes_[count_ - 1] != code::Success)
            return invalid();
        has_marks_ = groups_ > 0;
        size_t at = 0;
        if (codes_[0] == code::Info) at = TRY(info());
        TRY(emit_prefix_end(&at));
        TRY(sequence(at, count_ - 1));
        TRY(emit({kMatch}));
        return find_first();
    }

  private:
    Failed invalid() { return raise(thread_, Exc::RuntimeError, "invalid SRE code"); }

    Status emit(std::initializer_list<uint32_t> words) { return out_.code.append(thread_, words); }
    uint32_t here() const { return out_.code.size; }
    uint32_t& word(uint32_t at) { return out_.code[at]; }

    // --- input: a skip counts from its own word
    Fallible<size_t> skip_target(size_t at, size_t end) {
        if (at >= end || codes_[at] > end - at) return invalid();
        return at + codes_[at];
    }

    Fallible<uint32_t> place_set(const uint32_t* codes, size_t n, Fold fold) {
        uint32_t at = out_.data.size;
        TRY(out_.data.append(thread_, {0, 0, 0, 0, 0, 0, 0, 0, static_cast<uint32_t>(fold),
                                       static_cast<uint32_t>(out_.fold), static_cast<uint32_t>(n)}));
        TRY(out_.data.append(thread_, codes, n));
        charset_fill_bits(*reinterpret_cast<CharSet*>(out_.data.data + at));
        return at;
    }

    Fallible<uint32_t> ignoring_set(bool negated, uint32_t c) {
        c = fold_char(out_.fold, c);
        const uint32_t plain[] = {code::Literal, c, code::Failure},
                       opposite[] = {code::Negate, code::Literal, c, code::Failure};
        return negated ? place_set(opposite, 4, out_.fold) : place_set(plain, 3, out_.fold);
    }

    // The test of a single character at `at`; *next: behind it. Unset kind: the instruction is none.
    struct FoundUnit {
        bool found = false;
        UnitTest test{};
        size_t next = 0;
    };
    Fallible<FoundUnit> unit(size_t at, size_t end) {
        FoundUnit r;
        uint32_t op = codes_[at];
        auto set = [&](Unit kind, uint32_t argument, size_t size) { r = {true, {kind, argument}, at + size}; };
        switch (op) {
            case code::Any: set(Unit::Any, 0, 1); break;
            case code::AnyAll: set(Unit::AnyAll, 0, 1); break;
            case code::Literal:
            case code::NotLiteral:
            case code::LiteralIgnore:
            case code::NotLiteralIgnore: {
                if (end - at < 2) return invalid();
                uint32_t c = codes_[at + 1];
                if (op == code::Literal)
                    set(Unit::Literal, c, 2);
                else if (op == code::NotLiteral)
                    set(Unit::NotLiteral, c, 2);
                else
                    set(Unit::Set, TRY(ignoring_set(op == code::NotLiteralIgnore, c)), 2);
                break;
            }
            case code::Category: {
                if (end - at < 2 || codes_[at + 1] >= kCategoryCount) return invalid();
                const uint32_t codes[] = {code::Category, codes_[at + 1], code::Failure};
                set(Unit::Set, TRY(place_set(codes, 3, Fold::None)), 2);
                break;
            }
            case code::In:
            case code::InIgnore: {
                size_t next = TRY(skip_target(at + 1, end));
                if (next < at + 3) return invalid();
                size_t n = next - (at + 2);
                if (charset_size(codes_ + at + 2, n) != n) return invalid();
                Fold fold = op == code::InIgnore ? out_.fold : Fold::None;
                set(Unit::Set, TRY(place_set(codes_ + at + 2, n, fold)), next - at);
                break;
            }
            default: break;
        }
        return r;
    }

    Status emit_unit(UnitTest test) {
        switch (test.kind) {
            case Unit::Literal: return emit({kLiteral, test.argument});
            case Unit::NotLiteral: return emit({kNotLiteral, test.argument});
            case Unit::Any: return emit({kAny});
            case Unit::AnyAll: return emit({kAnyAll});
            default: return emit({kSet, test.argument});
        }
    }

    // Codes [at, end), all of them.
    Status sequence(size_t at, size_t end) {
        RecursionGuard guard(thread_, " in regular expression");
        if (guard.failed()) return Failed{};
        while (at < end) at = TRY(instruction(at, end));
        return ok();
    }

    Fallible<size_t> instruction(size_t at, size_t end) {
        if (codes_[at] == code::Literal) return literals(at, end, SIZE_MAX);
        FoundUnit single = TRY(unit(at, end));
        if (single.found) {
            TRY(emit_unit(single.test));
            return single.next;
        }
        switch (codes_[at]) {
            case code::Failure: TRY(emit({kFail})); return at + 1;
            case code::At:
                if (end - at < 2 || codes_[at + 1] >= kAtCount) return invalid();
                TRY(emit({kAt, codes_[at + 1]}));
                return at + 2;
            case code::Mark:
                if (end - at < 2 ||
                    codes_[at + 1] >= std::min<uint64_t>(2 * static_cast<uint64_t>(groups_), kMostMarks))
                    return invalid();
                out_.mark_count = std::max(out_.mark_count, (codes_[at + 1] | 1) + 1);
                TRY(emit({kMark, codes_[at + 1]}));
                return at + 2;
            case code::GroupRef:
            case code::GroupRefIgnore:
                TRY(check_group(at + 1, end));
                TRY(emit({codes_[at] == code::GroupRef ? kGroupRef : kGroupRefIgnore, codes_[at + 1]}));
                return at + 2;
            case code::GroupRefExists: return conditional(at, end);
            case code::Branch: return branch(at, end);
            case code::Assert:
            case code::AssertNot: return assertion(at, end);
            case code::Repeat: return repeat(at, end);
            case code::RepeatOne:
            case code::MinRepeatOne: return repeat_one(at, end);
            default: return invalid();
        }
    }

    Status check_group(size_t at, size_t end) {
        if (at >= end || codes_[at] >= static_cast<uint64_t>(groups_)) return invalid();
        return ok();
    }

    // A run of literals becomes one instruction.
    Fallible<size_t> literals(size_t at, size_t end, size_t most) {
        size_t n = 0;
        while (n < most && end - (at + 2 * n) >= 2 && codes_[at + 2 * n] == code::Literal) ++n;
        if (n == 0) return invalid();
        if (n == 1)
            TRY(emit({kLiteral, codes_[at + 1]}));
        else {
            TRY(emit({kString, static_cast<uint32_t>(n)}));
            TRY(out_.code.reserve(thread_, n));
            for (size_t i = 0; i < n; ++i) out_.code[out_.code.size++] = codes_[at + 2 * i + 1];
        }
        return at + 2 * n;
    }

    Fallible<size_t> conditional(size_t at, size_t end) {
        TRY(check_group(at + 1, end));
        if (end - at < 3 || codes_[at + 2] < 2 || codes_[at + 2] > end - (at + 1)) return invalid();
        size_t no = at + 1 + codes_[at + 2];  // of the alternative, or the end
        uint32_t begin = here();
        TRY(emit({kGroupRefExists, codes_[at + 1], 0}));
        RecursionGuard guard(thread_, " in regular expression");
        if (guard.failed()) return Failed{};
        size_t i = at + 3;
        while (i < no) {
            if (codes_[i] == code::Jump && i + 2 == no) {  // only here may a jump stand: over the alternative
                size_t behind = TRY(skip_target(i + 1, end));
                if (behind < no) return invalid();
                uint32_t jump = here();
                TRY(emit({kJump, 0}));
                word(begin + 2) = here();
                TRY(sequence(no, behind));
                word(jump + 1) = here();
                return behind;
            }
            i = TRY(instruction(i, no));
        }
        word(begin + 2) = here();
        return no;
    }

    Fallible<size_t> branch(size_t at, size_t end) {
        size_t i = at + 1, behind = 0;
        uint32_t jumps = 0;  // chain of jumps to the end, through their targets
        while (true) {
            if (i >= end) return invalid();
            if (codes_[i] == 0) break;
            size_t next = TRY(skip_target(i, end));
            if (next < i + 3 || codes_[next - 2] != code::Jump) return invalid();
            size_t target = TRY(skip_target(next - 1, end));
            if (behind != 0 && target != behind) return invalid();
            behind = target;
            uint32_t begin = here();
            TRY(emit({kAlternative, 0, 0, 0, 0}));
            TRY(sequence(i + 1, next - 2));
            note_first(begin);
            TRY(emit({kJump, jumps}));
            jumps = here() - 1;
            word(begin + 1) = here();
            i = next;
        }
        if (behind != 0 && behind != i + 1) return invalid();
        TRY(emit({kAlternativesEnd}));
        while (jumps != 0) {
            uint32_t before = word(jumps);
            word(jumps) = here();
            jumps = before;
        }
        return i + 1;
    }

    // An alternative that begins with a literal or a set is not entered in vain.
    void note_first(uint32_t begin) {
        uint32_t at = begin + 5;
        if (at >= here()) return;
        Unit kind;
        uint32_t argument;
        switch (word(at)) {
            case kLiteral: kind = Unit::Literal, argument = word(at + 1); break;
            case kString: kind = Unit::Literal, argument = word(at + 2); break;
            case kSet: kind = Unit::Set, argument = word(at + 1); break;
            default: return;
        }
        word(begin + 2) = 1;
        word(begin + 3) = static_cast<uint32_t>(kind);
        word(begin + 4) = argument;
    }

    Fallible<size_t> assertion(size_t at, size_t end) {
        size_t behind = TRY(skip_target(at + 1, end));
        if (behind < at + 4 || codes_[at + 2] & 0x80000000 || codes_[behind - 1] != code::Success) return invalid();
        uint32_t begin = here();
        TRY(emit({codes_[at] == code::Assert ? kAssert : kAssertNot, codes_[at + 2], 0}));
        TRY(sequence(at + 3, behind - 1));
        TRY(emit({kAtomicEnd}));
        word(begin + 2) = here();
        return behind;
    }

    Fallible<size_t> repeat(size_t at, size_t end) {
        if (end - at < 4) return invalid();
        size_t until = TRY(skip_target(at + 1, end));
        uint32_t min = codes_[at + 2], max = codes_[at + 3];
        if (until < at + 4 || until >= end || min > max) return invalid();
        bool greedy = codes_[until] == code::MaxUntil;
        if (!greedy && codes_[until] != code::MinUntil) return invalid();
        if (!has_marks_ && until > at + 4) {  // without groups a repeated character is what REPEAT_ONE does
            FoundUnit single = TRY(unit(at + 4, until));
            if (single.found && single.next == until) {
                TRY(emit_repeat_one(greedy, min, max, single.test, until + 1));
                return until + 1;
            }
        }
        uint32_t begin = here();
        TRY(emit({kRepeat, 0, min, max}));
        TRY(sequence(at + 4, until));
        word(begin + 1) = here();
        TRY(emit({greedy ? kMaxUntil : kMinUntil, begin}));
        return until + 1;
    }

    Status emit_repeat_one(bool greedy, uint32_t min, uint32_t max, UnitTest test, size_t tail) {
        auto [has, c] = literal_at(tail);
        return emit(
            {greedy ? kRepeatOne : kMinRepeatOne, min, max, static_cast<uint32_t>(test.kind), test.argument, has, c});
    }
    std::pair<uint32_t, uint32_t> literal_at(size_t at) const {
        if (at + 1 < count_ && codes_[at] == code::Literal) return {1, codes_[at + 1]};
        return {0, 0};
    }

    Fallible<size_t> repeat_one(size_t at, size_t end) {
        if (end - at < 5) return invalid();
        size_t tail = TRY(skip_target(at + 1, end));
        uint32_t min = codes_[at + 2], max = codes_[at + 3];
        if (tail < at + 5 || min > max || codes_[tail - 1] != code::Success) return invalid();
        bool greedy = codes_[at] == code::RepeatOne;
        if (tail - 1 > at + 4) {
            FoundUnit single = TRY(unit(at + 4, tail - 1));
            if (single.found && single.next == tail - 1) {
                TRY(emit_repeat_one(greedy, min, max, single.test, tail));
                return tail;
            }
        }
        uint32_t begin = here();
        auto [has, c] = literal_at(tail);
        TRY(emit({greedy ? kRepeatSub : kMinRepeatSub, min, max, 0, has, c}));
        TRY(sequence(at + 4, tail - 1));
        TRY(emit({kAtomicEnd}));
        word(begin + 3) = here();
        return tail;
    }

    // --- the information block: <skip> <flags> <min> <max> then a prefix (length, skip, characters, overlaps) or a set
    Fallible<size_t> info() {
        if (count_ < 6) return invalid();
        size_t behind = TRY(skip_target(1, count_));
        if (behind < 5 || behind >= count_) return invalid();
        uint32_t flags = codes_[2];
        out_.min_width = codes_[3];
        constexpr uint32_t kPrefix = 1, kWhole = 2, kSetFollows = 4;
        if (flags & ~7u || (flags & kPrefix && flags & kSetFollows) || (flags & kWhole && !(flags & kPrefix)))
            return invalid();
        if (flags & kPrefix) {
            if (behind < 7) return invalid();
            size_t n = codes_[5], skip = codes_[6];
            if (n == 0 || n > (behind - 7) / 2 || skip > n || behind != 7 + 2 * n) return invalid();
            for (size_t i = 0; i < n; ++i)
                if (codes_[7 + n + i] >= n) return invalid();
            out_.has_prefix = true;
            out_.all_prefix = (flags & kWhole) != 0;
            out_.prefix_size = static_cast<uint32_t>(n);
            out_.prefix_skip = static_cast<uint32_t>(skip);
            out_.prefix = out_.data.size;
            TRY(out_.data.append(thread_, codes_ + 7, n));
        } else if (flags & kSetFollows) {
            size_t n = behind - 5;
            if (n == 0 || charset_size(codes_ + 5, n) != n) return invalid();
            out_.first = {Unit::Set, TRY(place_set(codes_ + 5, n, Fold::None))};
            out_.has_first = true;
        } else if (behind != 5) {
            return invalid();
        }
        return behind;
    }

    // The literals of the prefix that a search has already compared are an instruction of their own.
    Status emit_prefix_end(size_t* at) {
        size_t skip = out_.prefix_skip;
        for (size_t i = 0; i < skip; ++i) {
            size_t k = *at + 2 * i;
            if (count_ - k < 2 || codes_[k] != code::Literal || codes_[k + 1] != out_.data[out_.prefix + i])
                return invalid();
        }
        if (skip) *at = TRY(literals(*at, count_, skip));
        out_.after_prefix = here();
        return ok();
    }

    // What every match must begin with, when the information block does not say.
    Status find_first() {
        if (out_.has_prefix || out_.has_first) return ok();
        uint32_t at = 0;
        while (true) {  // what takes up no characters may stand before
            uint32_t op = out_.code[at];
            if (op == kMark || op == kAt)
                at += 2;
            else if ((op == kAssert || op == kAssertNot) && !has_marks_)
                at = out_.code[at + 2];
            else
                break;
        }
        const uint32_t* w = out_.code.data + at;
        out_.has_first = true;
        switch (w[0]) {
            case kLiteral: out_.first = {Unit::Literal, w[1]}; break;
            case kString: out_.first = {Unit::Literal, w[2]}; break;
            case kNotLiteral: out_.first = {Unit::NotLiteral, w[1]}; break;
            case kAny: out_.first = {Unit::Any, 0}; break;
            case kSet: out_.first = {Unit::Set, w[1]}; break;
            case kRepeatOne:
            case kMinRepeatOne:
                out_.first = {static_cast<Unit>(w[3]), w[4]};
                out_.has_first = w[1] > 0 && out_.first.kind != Unit::AnyAll;
                break;
            default: out_.has_first = false;
        }
        return ok();
    }

    Thread& thread_;
    const uint32_t* codes_;
    size_t count_;
    int64_t groups_;
    Program& out_;
    bool has_marks_ = true;
};

}  // namespace

Status translate(Thread& t, const uint32_t* codes, size_t count, int64_t groups, uint32_t flags, Program* out) {
    return Translator(t, codes, count, groups, flags, *out).run();
}

Status Words::reserve(Thread& t, size_t more) {
    size_t needed = size_t{size} + more;
    if (needed <= capacity) return ok();
    if (needed > UINT32_MAX / 4) return raise_memory_error(t);
    size_t grown = std::max<size_t>(needed + needed / 2, 32);
    void* moved =
        data ? t.heap.resize_buffer(data, size_t{capacity} * 4, grown * 4) : t.heap.allocate_buffer(grown * 4);
    if (!moved) return raise_memory_error(t);
    data = static_cast<uint32_t*>(moved);
    capacity = static_cast<uint32_t>(grown);
    return ok();
}
Status Words::append(Thread& t, std::initializer_list<uint32_t> words) {
    return append(t, words.begin(), words.size());
}
Status Words::append(Thread& t, const uint32_t* words, size_t n) {
    TRY(reserve(t, n));
    std::memcpy(data + size, words, n * 4);
    size += static_cast<uint32_t>(n);
    return ok();
}
void Words::free(Heap& heap) {
    if (data) heap.free_buffer(data, size_t{capacity} * 4);
    data = nullptr;
    size = capacity = 0;
}

void program_free(Heap& heap, Program& program) {
    program.code.free(heap);
    program.data.free(heap);
}

}  // namespace krait::sre
