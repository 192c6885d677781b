// Helpers of calling that natives and slots share.
#pragma once

#include "vm/object/layouts.h"

namespace krait {

// Arguments with one more in front, borrowed all; on the C++ stack when they are few.
class PrependedArgs {
  public:
    PrependedArgs(Thread&, Value first, const CallArgs&);
    ~PrependedArgs();
    PrependedArgs(const PrependedArgs&) = delete;
    PrependedArgs& operator=(const PrependedArgs&) = delete;
    bool failed() const { return items_ == nullptr; }   // MemoryError is pending
    CallArgs args() const { return {items_, nargs_, kwnames_}; }

  private:
    static constexpr size_t kInline = 10;
    Heap& heap_;
    Value* items_;
    size_t nargs_, total_;
    TupleObject* kwnames_;
    Value inline_[kInline];
};

// Positional arguments and a dict of keyword arguments as one CallArgs: owns the array and the tuple of names.
class CallFromDict {
  public:
    CallFromDict(Thread&, const Value* args, size_t nargs, DictObject* kwargs_or_null);
    ~CallFromDict();
    CallFromDict(const CallFromDict&) = delete;
    CallFromDict& operator=(const CallFromDict&) = delete;
    bool failed() const { return failed_; }
    CallArgs args() const { return {items_, nargs_, names_.get()}; }

  private:
    Status fill(Thread&, const Value* args, DictObject* kwargs);
    Heap& heap_;
    Value* items_ = nullptr;
    size_t nargs_, total_;
    size_t owned_ = 0;            // values behind the positional ones that hold a reference
    RefTo<TupleObject> names_;
    bool failed_ = false;
};

inline bool has_keywords(const CallArgs& args) { return args.kwnames && args.kwnames->size; }
// Keyword arguments as a new dict; the dict is made even when there are none.
RefTo<DictObject> keywords_to_dict(Thread&, const CallArgs&);

}  // namespace krait
