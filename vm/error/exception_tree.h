// The order in which an exception is printed: what it came from first, then itself, then the members of a group behind
// a margin, as CPython 3.11 and later draw them. Who prints says how one traceback and one exception look.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "vm/object/exception_object.h"

namespace krait {

class ExceptionTree {
  public:
    explicit ExceptionTree(Thread& t) : thread_(t) {}
    virtual ~ExceptionTree() = default;
    ExceptionTree(const ExceptionTree&) = delete;
    ExceptionTree& operator=(const ExceptionTree&) = delete;

    // The exception with its causes and contexts. Whatever user code does, it does not fail.
    void chain(Value exception);
    std::string take() { return std::move(out_); }

  protected:
    // Both append to out_, whole lines. The traceback, with "TITLE (most recent call last):" before it, may be nothing.
    virtual void traceback(Value traceback, const char* title) = 0;
    // Class and message, and the place of a SyntaxError; notes are added behind it.
    virtual void description(Value exception) = 0;

    Thread& thread_;
    std::string out_;

  private:
    void one(Value exception);
    void notes(Value exception);
    void members(ExceptionObject* group);
    void indented(std::string_view text);
    void indent_from(size_t start, char first = '|');
    bool enough();

    std::vector<Ref> seen_;  // exceptions of the chains so far
    std::unordered_set<Object*> seen_objects_;
    uint32_t depth_ = 0;       // groups around what is printed; the outermost one counts itself
    bool frame_open_ = false;  // the line below the last member is still missing
};

// The notes of an exception, as text each: what add_note() collected, or what there is to say about other values.
std::vector<std::string> exception_notes(Thread&, Value exception);

}  // namespace krait
