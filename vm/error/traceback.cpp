// Text of an uncaught exception as CPython 3.6 prints it: chain, traceback with source lines, the form of SyntaxError.
//
// Everything here may meet hostile objects: __str__ that fails, attributes of odd types, cyclic chains. Nothing fails;
// what cannot be shown is replaced as CPython does it. The pending exception is left alone.
#include <fcntl.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "support/utf8.h"
#include "vm/error/exception_tree.h"
#include "vm/error/program_line.h"
#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_utf8.h"
#include "vm/object/traceback_object.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/host.h"

namespace krait {

namespace {

constexpr size_t kMaxSourceFile = size_t{16} << 20;
constexpr int64_t kFoldAfter = 3;   // equal lines shown before "[Previous line repeated ...]"

// ------------------------------------------------------------------------------------------------ source lines

bool read_file(Host& host, const std::string& path, std::string* text) {
    int fd = host.open(path, O_RDONLY, 0);
    if (fd < 0) return false;
    text->clear();
    char buffer[8192];
    int64_t got;
    while ((got = host.read(fd, buffer, sizeof buffer)) > 0 && text->size() < kMaxSourceFile)
        text->append(buffer, static_cast<size_t>(got));
    host.close(fd);
    return got >= 0;
}

// Text in another encoding than UTF-8 is taken for Latin-1.
std::string as_utf8(std::string_view line) {
    if (!utf8_validate(line)) return std::string(line);
    std::string out;
    for (char c : line) utf8_append(static_cast<unsigned char>(c), &out);
    return out;
}

bool is_indentation(char c) { return c == ' ' || c == '\t' || c == '\f'; }

bool line_of(std::string_view text, int32_t line, std::string* out) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (int32_t at = 1;; ++at) {
        if (text.empty()) return false;
        size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (at == line) {
            text = text.substr(0, end);
            break;
        }
        if (text.substr(end, 2) == "\r\n") ++end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    while (!text.empty() && is_indentation(text.front())) text.remove_prefix(1);
    *out = as_utf8(text);
    return true;
}

// Files read while one exception is formatted.
class SourceFiles {
  public:
    explicit SourceFiles(Thread& t) : thread_(t) {}
    bool line(const StrObject* filename, int32_t line, std::string* out) {
        if (line <= 0) return false;
        std::string name = told(thread_, filename, kMostOfName);
        if (name.empty() || (name.front() == '<' && name.back() == '>')) return false;
        if (name != name_) {
            name_ = name;
            found_ = find(name);
        }
        return found_ && line_of(text_, line, out);
    }

  private:
    bool find(const std::string& name) {
        Host& host = *thread_.interp.host;
        if (read_file(host, name, &text_)) return true;
        size_t slash = name.rfind('/');
        std::string tail = slash == std::string::npos ? name : name.substr(slash + 1);
        SavedException saved(thread_);
        Ref path = sys_get(thread_, "path");
        if (path.failed()) clear_exception(thread_);
        ListObject* list = as_list(path);
        for (uint32_t i = 0; list && i < list->size; ++i) {
            StrObject* entry = as_str(list->items[i]);
            if (!entry) continue;
            std::string folder = str_to_utf8(entry);
            if (!folder.empty() && folder.back() != '/') folder += '/';
            if (read_file(host, folder + tail, &text_)) return true;
        }
        return false;
    }

    Thread& thread_;
    std::string name_, text_;
    bool found_ = false;
};

// ------------------------------------------------------------------------------------------------ formatter

// What a SyntaxError-like object says about its place; read through attributes, as CPython does.
struct SyntaxPlace {
    Ref message;
    std::string filename = "<string>";
    int64_t line = 0;
    int64_t offset = -1;
    bool has_text = false;
    std::string text;
};

class Formatter final : public ExceptionTree {
  public:
    explicit Formatter(Thread& t) : ExceptionTree(t), sources_(t) {}
    void traceback(Value traceback, const char* title) override;

  private:
    void description(Value exception) override;
    void entry(TracebackObject*);
    void repeated(int64_t count);
    bool syntax_place(Value exception, SyntaxPlace*);
    void syntax_text(const SyntaxPlace&);
    void type_and_message(Value exception, Value message);
    int64_t traceback_limit();

    SourceFiles sources_;
};

int64_t Formatter::traceback_limit() {
    Ref limit = sys_get(thread_, "tracebacklimit");
    if (limit.failed()) clear_exception(thread_);
    if (is_kind(limit, Kind::Int)) return int_to_bigint(limit).sign() < 0 ? 0 : INT64_MAX;
    return limit.get().is_int() ? limit.get().as_int() : 1000;
}

void Formatter::entry(TracebackObject* tb) {
    if (!tb->frame) return;
    const CodeObject* code = tb->frame->code;
    out_ += "  File \"" + told(thread_, code->filename, kMostOfName) + "\", line " +
            std::to_string(traceback_line(tb)) + ", in " + told(thread_, code->name, kMostOfName) + "\n";
    std::string line;
    if (sources_.line(code->filename, traceback_line(tb), &line)) out_ += "    " + line + "\n";
}

void Formatter::repeated(int64_t count) {
    int64_t more = count - kFoldAfter;
    if (more <= 0) return;
    out_ += "  [Previous line repeated " + std::to_string(more) + (more == 1 ? " more time]\n" : " more times]\n");
}

void Formatter::traceback(Value traceback, const char* title) {
    if (!is_kind(traceback, Kind::Traceback)) return;
    int64_t limit = traceback_limit();
    if (limit <= 0) return;
    Ref held = own(traceback);
    int64_t depth = 0;
    for (auto* tb = traceback.as<TracebackObject>(); tb; tb = tb->next) ++depth;
    out_ += std::string(title) + " (most recent call last):\n";
    TracebackObject* last = nullptr;
    int64_t count = 0;
    for (auto* tb = traceback.as<TracebackObject>(); tb; tb = tb->next, --depth) {
        if (depth > limit) continue;
        bool same = last && last->frame && tb->frame && traceback_line(last) == traceback_line(tb) &&
                    str_equal_nocall(last->frame->code->filename, tb->frame->code->filename) &&
                    str_equal_nocall(last->frame->code->name, tb->frame->code->name);
        if (!same) {
            repeated(count);
            count = 0;
        }
        last = tb;
        if (++count <= kFoldAfter) entry(tb);
    }
    repeated(count);
}

bool Formatter::syntax_place(Value exception, SyntaxPlace* place) {
    const Names& names = thread_.interp.names;
    Value self = exception;
    auto get = [&](StrObject* name) {
        Ref value = lookup_attribute(thread_, self, name);
        if (value.failed()) clear_exception(thread_);
        return value.failed() || value.get().is_unbound() ? Ref::steal(Value::error()) : std::move(value);
    };
    if (get(names.print_file_and_line).failed()) return false;
    place->message = get(names.msg);
    Ref filename = get(names.filename), line = get(names.lineno), offset = get(names.offset), text = get(names.text);
    if (place->message.failed() || filename.failed() || line.failed() || offset.failed() || text.failed()) return false;
    if (!filename.get().is_none()) {
        RefTo<StrObject> shown = str_of(thread_, filename);
        if (!shown) return clear_exception(thread_), false;
        place->filename = told(thread_, shown.get());
    }
    auto number = [&](Value v, int64_t* out) {
        if (!is_int_like(v)) return false;
        Fallible<int64_t> n = int_to_i64(thread_, v, "");
        if (!n) return clear_exception(thread_), false;
        *out = n.value();
        return true;
    };
    if (!number(line, &place->line)) return false;
    if (!offset.get().is_none() && !number(offset, &place->offset)) return false;
    if (StrObject* source = as_str(text)) {
        place->has_text = true;
        place->text = told(thread_, source);
    } else if (!text.get().is_none()) {
        return false;
    }
    return true;
}

// The offending line without indentation, and a caret under byte `offset` (1-based).
void Formatter::syntax_text(const SyntaxPlace& place) {
    std::string_view text = place.text;
    int64_t offset = place.offset;
    if (offset >= 0) {
        // The caret belongs to the line that has the offset; a line end at the very end still belongs to its line.
        if (offset > 0 && offset == static_cast<int64_t>(text.size()) && text.back() == '\n') --offset;
        for (size_t end = text.find('\n'); end != text.npos && static_cast<int64_t>(end) < offset;
             end = text.find('\n')) {
            offset -= static_cast<int64_t>(end) + 1;
            text.remove_prefix(end + 1);
        }
        while (!text.empty() && is_indentation(text.front())) {
            text.remove_prefix(1);
            --offset;
        }
    }
    out_ += "    ";
    out_ += text;
    if (text.empty() || text.back() != '\n') out_ += '\n';
    if (offset == -1) return;  // also when the caret would stand right before the text
    constexpr int64_t kMaxSpaces = 1 << 16;
    int64_t spaces = std::clamp<int64_t>(offset - 1, 0, kMaxSpaces);
    out_ += "    " + std::string(static_cast<size_t>(spaces), ' ') + "^\n";
}

// "module.Class"; builtins without module.
std::string class_text(Thread& t, TypeObject* type) {
    std::string name = told(t, type_name(type));
    if (size_t dot = name.rfind('.'); dot != std::string::npos) name.erase(0, dot + 1);
    Ref module = lookup_attribute(t, Value::object(type), t.interp.names.dunder_module);
    if (module.failed()) clear_exception(t);
    StrObject* text = as_str(module);
    if (!text) return "<unknown>" + name;
    std::string prefix = told(t, text);
    return prefix == "builtins" ? name : prefix + "." + name;
}

void Formatter::type_and_message(Value exception, Value message) {
    out_ += class_text(thread_, exception.as_object()->type);
    RefTo<StrObject> text = str_of(thread_, message);
    if (!text) {
        clear_exception(thread_);
        out_ += ": <exception str() failed>";
    } else if (text->length > 0) {
        out_ += ": " + told(thread_, text.get());
    }
    out_ += '\n';
}

void Formatter::description(Value exception) {
    SyntaxPlace place;
    if (!syntax_place(exception, &place)) return type_and_message(exception, exception);
    out_ += "  File \"" + place.filename + "\", line " + std::to_string(place.line) + "\n";
    if (place.has_text) syntax_text(place);
    type_and_message(exception, place.message);
}

}  // namespace

std::string format_exception(Thread& t, Value exception) {
    SavedException saved(t);
    Formatter formatter(t);
    formatter.chain(exception);
    return formatter.take();
}

std::string format_traceback(Thread& t, Value traceback) {
    SavedException saved(t);
    Formatter formatter(t);
    formatter.traceback(traceback, "Traceback");
    return formatter.take();
}

bool source_line(Thread& t, const StrObject* filename, int32_t line, std::string* out) {
    return SourceFiles(t).line(filename, line, out);
}

bool program_line(Thread& t, const StrObject* filename, int32_t line, std::string* out) {
    constexpr size_t kReadAtOnce = 999;
    std::string text;
    if (line <= 0 || !read_file(*t.interp.host, told(t, filename, kMostOfName), &text) || text.empty()) return false;
    size_t begin = 0, end = 0;
    for (int32_t number = 0; number < line && end < text.size(); ++number) {
        begin = end;
        end = std::min(text.find_first_of("\r\n", begin), text.size() - 1) + 1;
        if (text[end - 1] == '\r' && end < text.size() && text[end] == '\n') ++end;
    }
    *out = text.substr(begin, end - begin);
    if (out->ends_with("\r\n")) out->resize(out->size() - 2), *out += '\n';
    if (out->back() == '\r') out->back() = '\n';
    out->erase(0, (out->size() - 1) / kReadAtOnce * kReadAtOnce);
    return true;
}

std::string exception_class_text(Thread& t, TypeObject* type) { return class_text(t, type); }

}  // namespace krait
