// Uncaught exceptions for people at a terminal: CPython's text with marks under the part of a line that failed,
// colours, repeated frames folded, and a suggestion behind the message.
#include <algorithm>
#include <unordered_set>

#include "builtins/report/report.h"
#include "builtins/report/suggestions.h"
#include "vm/error/exception_tree.h"
#include "vm/error/raise.h"
#include "vm/interp/frame.h"
#include "vm/object/exception_object.h"
#include "vm/object/traceback_object.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

constexpr size_t kMaxFrames = 1000, kMaxCycle = 12, kShownCycles = 1;

enum class Color : uint8_t { Place, Mark, Type, Hint };

class RichReport final : public ExceptionTree {
  public:
    RichReport(Thread& t, bool colors) : ExceptionTree(t), t_(t), tables_(t), colors_(colors) {}

  private:
    std::string painted(Color color, const std::string& text) const {
        if (!colors_ || text.empty()) return text;
        static constexpr const char* kCodes[] = {"\x1b[36m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;33m"};
        return kCodes[static_cast<size_t>(color)] + text + "\x1b[0m";
    }

    void traceback(Value traceback, const char* title) override { last_ = frames(traceback, title); }

    void description(Value exception) override {
        ExceptionObject* e = exception.as<ExceptionObject>();
        Ref held = own(exception);
        TracebackObject* last = last_;
        SyntaxDetails syntax = syntax_details(t_, e);
        OpenBracket bracket;
        if (syntax.known) {
            place(syntax.filename, syntax.line, "");
            syntax_line(syntax);
            bracket = open_bracket(t_, syntax, tables_);
        }
        out_ += painted(Color::Type, exception_class_text(t_, e->type));
        std::string message = syntax.known ? syntax.message : text_of(held);
        if (!message.empty()) out_ += ": " + message;
        std::string hint = suggestion_for(t_, e, last, tables_);
        if (!hint.empty()) out_ += (message.empty() || message.back() == '.' ? " " : ". ") + painted(Color::Hint, hint);
        out_ += '\n';
        if (syntax.known) syntax_hint(syntax, bracket);
    }

    std::string text_of(Value value) {
        RefTo<StrObject> text = str_of(t_, value);
        if (!text) return clear_exception(t_), "<exception str() failed>";
        return str_to_utf8(text.get());
    }

    // ---- frames

    TracebackObject* frames(Value traceback, const char* title) {
        if (!is_kind(traceback, Kind::Traceback)) return nullptr;
        std::vector<TracebackObject*> all;
        for (auto* tb = traceback.as<TracebackObject>(); tb; tb = tb->next)
            if (tb->frame) all.push_back(tb);
        Ref limit = sys_get(t_, "tracebacklimit");
        if (limit.failed()) clear_exception(t_);
        size_t most = limit.get().is_int() ? static_cast<size_t>(std::max<int64_t>(0, limit.get().as_int())) : SIZE_MAX;
        if (all.size() > most) all.erase(all.begin(), all.end() - static_cast<ptrdiff_t>(most));
        if (all.empty()) return nullptr;
        out_ += std::string(title) + " (most recent call last):\n";
        size_t shown = 0;
        for (size_t i = 0; i < all.size();) {
            size_t length = 0, times = cycle(all, i, &length);
            size_t end = i + (times > kShownCycles + 1 ? length * kShownCycles : 1);
            for (; i < end && shown < kMaxFrames; ++shown) entry(all[i++]);
            if (shown == kMaxFrames) break;
            if (times > kShownCycles + 1) {
                repeated(length, times - kShownCycles);
                i += length * (times - kShownCycles);
            }
        }
        return all.back();
    }
    static bool same(TracebackObject* a, TracebackObject* b) {
        return a->frame->code == b->frame->code && a->lasti == b->lasti;
    }
    // How often the frames from `begin` on repeat with the shortest period; 1: not at all.
    static size_t cycle(const std::vector<TracebackObject*>& all, size_t begin, size_t* length) {
        for (*length = 1; *length <= kMaxCycle; ++*length) {
            size_t i = begin + *length;
            while (i < all.size() && same(all[i], all[i - *length])) ++i;
            if ((i - begin) / *length > 2) return (i - begin) / *length;
        }
        return 1;
    }
    void repeated(size_t length, size_t times) {
        std::string what = length == 1 ? "frame" : std::to_string(length) + " frames";
        out_ +=
            painted(Color::Place, "  [Previous " + what + " repeated " + std::to_string(times) + " more times]") + "\n";
    }
    void place(const std::string& file, int64_t line, const std::string& function) {
        out_ += "  File " + painted(Color::Place, "\"" + file + "\"") + ", line " +
                painted(Color::Place, std::to_string(line));
        if (!function.empty()) out_ += ", in " + painted(Color::Place, function);
        out_ += '\n';
    }
    void entry(TracebackObject* tb) {
        const CodeObject* code = tb->frame->code;
        place(str_to_utf8(code->filename), traceback_line(tb), str_to_utf8(code->name));
        auto source = tables_.source(code);
        if (!source) {
            std::string line;
            if (source_line(t_, code->filename, traceback_line(tb), &line)) out_ += "    " + line + "\n";
            return;
        }
        std::string_view line = source->line(traceback_line(tb));
        size_t indent = std::min(line.find_first_not_of(" \t\f"), line.size());
        if (indent == line.size()) return;
        out_ += "    " + std::string(line.substr(indent)) + "\n";
        if (const ColumnTable* table = tables_.find(code)) marks(*table, tb, indent);
    }

    // ---- marks

    // The part of [begin, end) in the line, as columns of it; false: none.
    static bool clip(size_t start, size_t size, size_t* begin, size_t* end) {
        *begin = std::max(*begin, start) - start;
        *end = std::min(*end, start + size);
        *end = *end > start ? *end - start : 0;
        return *begin < *end;
    }
    void marks(const ColumnTable& table, TracebackObject* tb, size_t indent) {
        auto span = table.span(table.expression(tb->frame->code, tb->lasti));
        if (!span) return;
        const SourceText& source = table.source();
        size_t start = source.line_start(traceback_line(tb));
        std::string_view line = source.line(traceback_line(tb));
        size_t begin = span->begin, end = span->end, mark = span->mark, mark_end = span->mark_end;
        if (begin < start || !clip(start, line.size(), &begin, &end) || begin < indent) return;
        bool inner = mark < mark_end && clip(start, line.size(), &mark, &mark_end);
        std::string_view rest = line.substr(end);
        bool whole = begin == indent &&
                     (rest.empty() || rest.find_first_not_of(" \t;#") == std::string_view::npos || rest[0] == '#');
        if (whole && !inner) return;  // nothing to tell apart
        std::string row = "    " + padding(line.substr(indent, begin - indent)), under;
        if (!inner) {
            under = std::string(display_width(line.substr(begin, end - begin)), '^');
        } else {
            under = std::string(display_width(line.substr(begin, mark - begin)), '~') +
                    std::string(display_width(line.substr(mark, mark_end - mark)), '^') +
                    std::string(display_width(line.substr(mark_end, end - mark_end)), '~');
        }
        out_ += row + painted(Color::Mark, under) + "\n";
    }
    static std::string padding(std::string_view text) {
        std::string pad;
        for (size_t i = 0; i < text.size();) {
            size_t next = i + 1;
            while (next < text.size() && (text[next] & 0xC0) == 0x80) ++next;
            pad += text[i] == '\t' ? std::string("\t") : std::string(display_width(text.substr(i, next - i)), ' ');
            i = next;
        }
        return pad;
    }

    // ---- syntax errors

    void pointer(std::string_view line, size_t column) {
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
        size_t indent = std::min(line.find_first_not_of(" \t\f"), line.size());
        out_ += "    " + std::string(line.substr(indent)) + "\n";
        if (column == SIZE_MAX) return;
        column = std::clamp(column, indent, line.size());
        out_ += "    " + padding(line.substr(indent, column - indent)) + painted(Color::Mark, "^") + "\n";
    }
    // The exception does not say the text, but the prompt remembers what was typed.
    void known_line(const SyntaxDetails& syntax) {
        Ref name = str_from_utf8(t_, syntax.filename);
        if (name.failed()) return clear_exception(t_);
        auto sources = find_sources(t_, name.as<StrObject>());
        if (sources.empty() || syntax.line > sources.front()->lines()) return;
        pointer(sources.front()->line(static_cast<int>(syntax.line)),
                syntax.offset > 0 ? static_cast<size_t>(syntax.offset - 1) : SIZE_MAX);
    }
    void syntax_line(const SyntaxDetails& syntax) {
        if (!syntax.has_text) return known_line(syntax);
        std::string_view text = syntax.text;
        int64_t column = syntax.offset - 1;
        // The offset may count over several lines.
        for (size_t end = text.find('\n');
             end != text.npos && end + 1 < text.size() && column > static_cast<int64_t>(end); end = text.find('\n')) {
            column -= static_cast<int64_t>(end) + 1;
            text.remove_prefix(end + 1);
        }
        pointer(text, column < 0 ? SIZE_MAX : static_cast<size_t>(column));
    }
    void hint(const std::string& text) { out_ += "  " + painted(Color::Hint, text) + "\n"; }
    void syntax_hint(const SyntaxDetails& syntax, const OpenBracket& bracket) {
        if (bracket.found) {
            hint(std::string("'") + bracket.bracket + "' was never closed, opened at line " +
                 std::to_string(bracket.line) + ":");
            pointer(bracket.text, bracket.column);
            return;
        }
        if (std::string text = krait::syntax_hint(syntax); !text.empty()) hint(text);
    }

    Thread& t_;
    ColumnTables tables_;
    bool colors_;
    TracebackObject* last_ = nullptr;   // innermost entry of the traceback above, which the exception holds
};

}  // namespace

std::string rich_report(Thread& t, Value exception, bool colors) {
    RichReport report(t, colors);
    report.chain(exception);
    return report.take();
}

}  // namespace krait
