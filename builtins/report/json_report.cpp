// Uncaught exceptions for tools: one JSON object in one line.
#include <algorithm>
#include <cstdio>

#include "builtins/report/report.h"
#include "builtins/report/suggestions.h"
#include "vm/error/exception_group.h"
#include "vm/error/exception_tree.h"
#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/traceback_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr int kMaxChain = 50;
constexpr size_t kMaxText = size_t{16} << 20;  // groups that share members can be of any size as text
constexpr size_t kMaxFrames = 200;  // of the outermost and of the innermost

class JsonReport {
  public:
    explicit JsonReport(Thread& t) : t_(t), tables_(t) {}
    std::string take() { return std::move(out_); }

    void exception(ExceptionObject* e, int depth) {
        Ref held = own(static_cast<Object*>(e));
        out_ += "{";
        field("type", exception_class_text(t_, e->type));
        SyntaxDetails syntax = syntax_details(t_, e);
        RefTo<StrObject> text = str_of(t_, held);
        if (!text) clear_exception(t_);
        field("message", syntax.known ? syntax.message : text ? str_to_utf8(text.get()) : "<exception str() failed>");
        if (syntax.known) syntax_fields(syntax);
        TracebackObject* last = frames(e->traceback);
        std::string hint = syntax.known ? syntax_hint(syntax) : suggestion_for(t_, e, last, tables_);
        if (!hint.empty()) field("suggestion", hint);
        notes(held);
        members(e, depth);
        Value next = !e->cause.is_none() ? e->cause : e->suppress_context ? Value::none() : e->context;
        if (as_exception(next) && depth < kMaxChain) {
            key(e->cause.is_none() ? "context" : "cause");
            exception(as_exception(next), depth + 1);
        }
        out_ += "}";
    }

  private:
    void notes(Value exception) {
        std::vector<std::string> lines = exception_notes(t_, exception);
        if (lines.empty()) return;
        key("notes");
        out_ += '[';
        for (const std::string& line : lines) {
            if (out_.back() != '[') out_ += ", ";
            quoted(line);
        }
        out_ += ']';
    }
    void members(ExceptionObject* e, int depth) {
        if (!is_exception_group(t_, Value::object(e)) || depth >= kMaxChain) return;
        RefTo<TupleObject> inside = group_exceptions(t_, e);
        key("exceptions");
        out_ += '[';
        for (uint32_t i = 0; i < inside->size && out_.size() < kMaxText; ++i) {
            if (i != 0) out_ += ", ";
            exception(inside->items[i].as<ExceptionObject>(), depth + 1);
        }
        out_ += ']';
    }
    void key(const char* name) {
        if (out_.back() != '{') out_ += ", ";
        out_ += std::string("\"") + name + "\": ";
    }
    void field(const char* name, const std::string& text) {
        key(name);
        quoted(text);
    }
    void quoted(const std::string& text) {
        out_ += '"';
        for (char c : text) {
            auto byte = static_cast<unsigned char>(c);
            char escaped[8];
            if (c == '"' || c == '\\')
                out_ += '\\', out_ += c;
            else if (c == '\n')
                out_ += "\\n";
            else if (c == '\t')
                out_ += "\\t";
            else if (byte < 0x20)
                std::snprintf(escaped, sizeof escaped, "\\u%04x", byte), out_ += escaped;
            else
                out_ += c;
        }
        out_ += '"';
    }
    void field(const char* name, int64_t number) {
        key(name);
        out_ += std::to_string(number);
    }

    void syntax_fields(const SyntaxDetails& syntax) {
        field("file", syntax.filename);
        field("line", syntax.line);
        if (syntax.offset > 0) field("column", syntax.offset);
        std::string text = syntax.text;
        while (!text.empty() && text.back() == '\n') text.pop_back();
        if (syntax.has_text) field("text", text);
        OpenBracket bracket = open_bracket(t_, syntax, tables_);
        if (!bracket.found) return;
        field("unclosed", std::string(1, bracket.bracket));
        field("unclosed_line", bracket.line);
        field("unclosed_column", static_cast<int64_t>(bracket.column) + 1);
    }

    TracebackObject* frames(Value traceback) {
        key("frames");
        out_ += "[";
        TracebackObject* last = nullptr;
        size_t count = 0, index = 0;
        TracebackObject* first = is_kind(traceback, Kind::Traceback) ? traceback.as<TracebackObject>() : nullptr;
        for (auto* tb = first; tb; tb = tb->next) ++count;
        for (auto* tb = first; tb; tb = tb->next, ++index) {
            if (!tb->frame) continue;
            last = tb;
            if (index >= kMaxFrames && index + kMaxFrames < count) continue;
            if (out_.back() != '[') out_ += ", ";
            frame(tb);
        }
        out_ += "]";
        return last;
    }
    void frame(TracebackObject* tb) {
        const CodeObject* code = tb->frame->code;
        out_ += "{";
        field("file", str_to_utf8(code->filename));
        field("line", traceback_line(tb));
        field("function", str_to_utf8(code->name));
        std::string line;
        if (source_line(t_, code->filename, traceback_line(tb), &line)) field("text", line);
        const ColumnTable* table = tables_.find(code);
        auto span = table ? table->span(table->expression(code, tb->lasti)) : std::nullopt;
        if (span) {
            const SourceText& source = table->source();
            int begin = source.line_at(span->begin), end = source.line_at(span->end);
            field("column", static_cast<int64_t>(span->begin - source.line_start(begin)) + 1);
            field("end_line", end);
            field("end_column", static_cast<int64_t>(span->end - source.line_start(end)) + 1);
        }
        out_ += "}";
    }

    Thread& t_;
    ColumnTables tables_;
    std::string out_;
};

}  // namespace

std::string json_report(Thread& t, Value exception) {
    JsonReport report(t);
    report.exception(as_exception(exception), 0);
    return report.take() + "\n";
}

}  // namespace krait
