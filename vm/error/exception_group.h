// Exception groups: making them, splitting them, and what except* does with them.
//
// User code may run in all of it: `derive`, `split`, conditions, metaclasses.
#pragma once

#include <iterator>
#include <unordered_set>

#include "vm/object/exception_object.h"
#include "vm/runtime/interpreter.h"

namespace krait {

// Places in Interpreter::exceptions, behind those of exception_types.def: both classes need more than a row there says
// (ExceptionGroup has two bases).
inline constexpr size_t kBaseExceptionGroupPlace = std::size(decltype(Interpreter::exceptions){}) - 2;
inline constexpr size_t kExceptionGroupPlace = kBaseExceptionGroupPlace + 1;
static_assert(static_cast<size_t>(Exc::Count) <= kBaseExceptionGroupPlace);
inline TypeObject* base_exception_group_type(const Interpreter& interp) {
    return interp.exceptions[kBaseExceptionGroupPlace];
}
inline TypeObject* exception_group_type(const Interpreter& interp) { return interp.exceptions[kExceptionGroupPlace]; }

// Index in ExceptionObject::fields of the members of a group.
namespace exception_field {
enum Group : unsigned { kGroupMessage, kGroupExceptions };
}
constexpr const char* kNotesName = "__notes__";

bool is_exception_group(const Thread&, Value);
// The exceptions inside; empty for a group that was never initialised.
RefTo<TupleObject> group_exceptions(Thread&, ExceptionObject* group);

// BaseExceptionGroup(message, exceptions): an ExceptionGroup when all of them are Exceptions. `exceptions` not empty.
Ref exception_group_make(Thread&, StrObject* message, Value exceptions);

// What selects the exceptions of a subgroup.
class GroupCondition {
  public:
    enum class Kind : uint8_t { Types, Callable, Leaves };
    // An exception class, a tuple of them, or something to call with each exception. TypeError for others.
    static Fallible<GroupCondition> of(Thread&, Value);
    // To be no group and one of these exceptions, which must live as long as the condition.
    static GroupCondition leaves(std::unordered_set<const Object*> members);
    GroupCondition() = default;

    Fallible<bool> holds(Thread&, Value exception) const;

  private:
    Kind kind_ = Kind::Types;
    Ref value_;
    std::unordered_set<const Object*> members_;
};

// The two parts of a group or exception, groups inside split in turn; None for an empty one. With `only_match` the
// rest is not made.
struct GroupParts {
    Ref match, rest;
    GroupParts&& take() { return std::move(*this); }
};
Fallible<GroupParts> group_split(Thread&, Value exception, const GroupCondition&, bool only_match);

// except* CLASSES over `exception` (an exception or None): both parts, the match always a group.
Fallible<GroupParts> except_star_split(Thread&, Value exception, Value classes);
// What is to be raised once all clauses ran: of `original`, given what they raised and what is left. None: nothing.
Ref except_star_result(Thread&, Value original, Value rest, ListObject* raised);

}  // namespace krait
