// Chains, groups and notes on their way to text.
#include "vm/error/exception_tree.h"

#include <algorithm>

#include "vm/error/exception_group.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr uint32_t kMaxGroupWidth = 15, kMaxGroupDepth = 10;
constexpr size_t kMaxText = size_t{16} << 20;  // groups that share members can be of any size as text

std::string text_or(Thread& t, RefTo<StrObject> text, const char* failure) {
    if (text) return told(t, text.get());
    clear_exception(t);
    return failure;
}

}  // namespace

std::vector<std::string> exception_notes(Thread& t, Value exception) {
    StrObject* name = intern_utf8(t, kNotesName);
    Ref notes = name ? lookup_attribute(t, exception, name) : Ref::steal(Value::error());
    if (notes.failed()) {
        Ref error = fetch_exception(t);
        return {"Ignored error getting __notes__: " + text_or(t, repr(t, error), "<__notes__ repr() failed>")};
    }
    if (notes.get().is_unbound() || notes.get().is_none()) return {};
    if (!as_list(notes) && !as_tuple(notes)) return {text_or(t, repr(t, notes), "<__notes__ repr() failed>")};
    std::vector<std::string> lines;
    RefTo<TupleObject> items = to_tuple(t, notes);
    if (!items) clear_exception(t);
    size_t size = 0;
    for (uint32_t i = 0; items && i < items->size && (size <= kMaxText || tells_all(t)); ++i) {
        lines.push_back(text_or(t, str_of(t, items->items[i]), "<note str() failed>"));
        size += lines.back().size() + 1;
    }
    return lines;
}

void ExceptionTree::notes(Value exception) {
    for (const std::string& note : exception_notes(thread_, exception)) out_ += note + "\n";
}

// Puts the margin of the groups around it before each line from `start` on.
void ExceptionTree::indent_from(size_t start, char first) {
    if (depth_ == 0) return;
    const std::string text = out_.substr(start);
    const std::string indent(size_t{2} * depth_, ' ');
    out_.resize(start);
    for (size_t at = 0; at < text.size(); first = '|') {
        const size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        out_ += indent;
        out_ += first;
        out_ += ' ';
        out_.append(text, at, end - at);
        at = end;
    }
}

void ExceptionTree::indented(std::string_view text) {
    const size_t start = out_.size();
    out_ += text;
    indent_from(start);
}

// Groups are not printed on for ever: a limit of the thread ends it, or the size.
bool ExceptionTree::enough() {
    if (charge_work(thread_, 100)) return out_.size() > kMaxText;
    clear_exception(thread_);
    return true;
}

void ExceptionTree::members(ExceptionObject* group) {
    RefTo<TupleObject> inside = group_exceptions(thread_, group);
    const uint32_t rows = std::min(inside->size, kMaxGroupWidth + 1);
    frame_open_ = false;
    for (uint32_t i = 0; i < rows && !enough(); ++i) {
        const bool last = i + 1 == rows, cut = i == kMaxGroupWidth;
        if (last) frame_open_ = true;
        out_.append(size_t{2} * depth_, ' ');
        out_ += i == 0 ? "+-+---------------- " : "  +---------------- ";
        out_ += (cut ? "..." : std::to_string(i + 1)) + " ----------------\n";
        ++depth_;
        if (cut) {
            const uint32_t more = inside->size - kMaxGroupWidth;
            indented("and " + std::to_string(more) + (more == 1 ? " more exception\n" : " more exceptions\n"));
        } else {
            chain(inside->items[i]);
        }
        if (last && frame_open_) {
            out_ += std::string(size_t{2} * depth_, ' ') + "+------------------------------------\n";
            frame_open_ = false;
        }
        --depth_;
    }
}

void ExceptionTree::one(Value exception) {
    ExceptionObject* e = as_exception(exception);
    if (!e)
        return indented(std::string("TypeError: print_exception(): Exception expected for value, ") +
                        type_name_of(thread_, exception) + " found\n");
    Ref held = own(exception), trace = own(e->traceback);
    const bool group = is_exception_group(thread_, exception), outermost = group && depth_ == 0;
    if (group && depth_ > kMaxGroupDepth)
        return indented("... (max_group_depth is " + std::to_string(kMaxGroupDepth) + ")\n");
    if (outermost) depth_ = 1;
    const size_t start = out_.size();
    traceback(trace, group ? "Exception Group Traceback" : "Traceback");
    const bool traced = out_.size() > start;
    description(exception);
    notes(exception);
    indent_from(start, outermost && traced ? '+' : '|');
    if (group) members(e);
    if (outermost) depth_ = 0;
}

void ExceptionTree::chain(Value exception) {
    constexpr const char* kCause = "\nThe above exception was the direct cause of the following exception:\n\n";
    constexpr const char* kContext = "\nDuring handling of the above exception, another exception occurred:\n\n";
    std::vector<std::pair<Ref, const char*>> links;  // newest first; the text stands before the newer one
    const char* text = nullptr;
    for (Value v = exception;;) {
        links.emplace_back(own(v), text);
        ExceptionObject* e = as_exception(v);
        if (!e) break;
        if (seen_objects_.insert(e).second) seen_.push_back(own(v));
        if (!e->cause.is_none()) {
            v = e->cause;
            text = kCause;
        } else if (!e->suppress_context) {
            v = e->context;
            text = kContext;
        } else {
            break;
        }
        if (!as_exception(v) || seen_objects_.count(v.as_object())) break;
    }
    for (size_t i = links.size(); i-- > 0;) {
        if (i > 0 && out_.size() > kMaxText && !tells_all(thread_)) continue;   // the last one is told always
        one(links[i].first);
        if (links[i].second) indented(links[i].second);
    }
}

}  // namespace krait
