// Source text to code object: lexer, parser, compiler, and their Diagnostics and warnings as Python exceptions.
#include <algorithm>
#include <optional>

#include "builtins/modules/ast_types.h"
#include "builtins/register.h"
#include "compiler/compiler.h"
#include "compiler/symtable.h"
#include "lexer/source.h"
#include "parser/parse.h"
#include "support/utf8.h"
#include "vm/error/program_line.h"
#include "vm/object/exception_object.h"
#include "vm/object/str_utf8.h"
#include "vm/protocol/protocol.h"
#include "vm/runtime/import_parts.h"
#include "vm/runtime/limits.h"
#include "vm/runtime/realize.h"

namespace krait {

namespace {

constexpr size_t kSmallTree = size_t{1} << 20;   // so much always: a script near its limit can still compile a `del`

enum class Stage { Source, Parser, Compiler };

class Compilation {
  public:
    Compilation(Thread& t, StrObject* filename, int flags, int optimize)
        : t_(t), filename_(filename), name_(told(t, filename)), flags_(flags) {
        options_.optimize = optimize < 0 ? t.interp.optimize : optimize;
        options_.lang36 = t.interp.lang36;
        options_.future_flags = static_cast<uint32_t>(flags) & kFutureMask;
        options_.warnings = &warnings_;
        options_.limits.poll = poll();
    }

    Ref run(std::string_view source, int mode, bool is_utf8) {
        return with_tree(source, mode, is_utf8, [&](ast::Mod& root) -> Ref {
            return flags_ & kCompileOnlyAst ? ast_to_objects(t_, root) : finish(root);
        });
    }

    // Whether a long compilation may go on: the thread's limits and interrupts. A no leaves the exception pending.
    Poll poll() const {
        return {[](void* thread, uint64_t work) { return bool(charge_work(*static_cast<Thread*>(thread), work)); },
                &t_};
    }

    // Parses and hands over the tree.
    template <class F>
    Ref with_tree(std::string_view source, int mode, bool is_utf8, F use) {
        auto file = is_utf8 ? SourceFile::from_text(source, name_)
                            : SourceFile::from_bytes(source, name_, flags_ & kCompileRunFile
                                                                        ? SourceFile::Origin::File
                                                                        : SourceFile::Origin::Bytes);
        if (!file) return fail(file.error(), Stage::Source);
        TRY(check_deadline(t_));   // which copying a long text may have taken
        ast::ParseOptions parse_options;
        parse_options.poll = poll();
        parse_options.lang36 = t_.interp.lang36;
        parse_options.mode = mode == 1 ? ast::Mode::Expression : mode == 2 ? ast::Mode::Interactive : ast::Mode::Module;
        // The tree and what is made of it; neither lives on the heap that is counted.
        if (t_.heap.limit() != SIZE_MAX)
            parse_options.max_memory =
                (t_.heap.limit() - std::min(t_.heap.limit(), t_.heap.bytes_used())) / 2 + kSmallTree;
        parse_options.barry_as_flufl = (flags_ & CO_FUTURE_BARRY_AS_BDFL) != 0;
        if (mode == 2 && (flags_ & kCompileDontImplyDedent) && !source.ends_with('\n'))
            if (auto fault = unfinished_block(source, parse_options)) return fail(*fault, Stage::Parser);
        auto tree = ast::parse(file.value(), parse_options);
        if (!tree) return fail(tree.error(), Stage::Parser);
        for (const ast::ParseWarning& warning : tree.value().warnings())
            TRY(issue(Exc::DeprecationWarning, warning.message, warning.line, warning.syntax));
        return use(*tree.value().root());
    }

    const NestingLimits& limits() const { return options_.limits; }
    Failed fail_in_compiler(const Diagnostic& fault) { return fail(fault, Stage::Compiler); }

    // A tree that a program made.
    Ref run_tree(Value node, int mode) {
        std::unique_ptr<ast::ParsedModule> tree = TRY(ast_from_objects(t_, node, mode, name_));
        return finish(*tree->root());
    }

  private:
    Ref finish(ast::Mod& root) {
        auto code = compile(root, name_, options_);
        if (!code) return fail(code.error(), Stage::Compiler);
        for (const CompileWarning& warning : warnings_) TRY(issue(Exc::SyntaxWarning, warning.message, warning.line));
        return realize(t_, *code.value(), filename_, name_);
    }

    // With PyCF_DONT_IMPLY_DEDENT the end of the text closes a line, but a block only when a newline stands there.
    std::optional<Diagnostic> unfinished_block(std::string_view source, ast::ParseOptions options) {
        size_t begin = 0;   // blank lines in front would be statements of their own
        uint32_t skipped = 0;
        for (size_t end; (end = source.find('\n', begin)) != std::string_view::npos; begin = end + 1, ++skipped)
            if (source.substr(begin, end - begin).find_first_not_of(" \t\f\r") != std::string_view::npos) break;
        std::string text(source.substr(begin));
        options.prompt = true;
        auto closed = SourceFile::from_text(text + "\n", name_), open = SourceFile::from_text(text, name_);
        if (!closed || !open || ast::parse(closed.value(), options)) return std::nullopt;
        if (t_.has_exception()) return Diagnostic::of(DiagnosticKind::Stopped, "");
        auto tree = ast::parse(open.value(), options);
        if (tree) return std::nullopt;
        Diagnostic fault = tree.error();
        if (fault.line) fault.line += skipped;
        return fault;
    }

    static Exc kind_of(DiagnosticKind kind) {
        switch (kind) {
            case DiagnosticKind::IndentationError: return Exc::IndentationError;
            case DiagnosticKind::TabError: return Exc::TabError;
            case DiagnosticKind::MemoryError: return Exc::MemoryError;
            case DiagnosticKind::RecursionError: return Exc::RecursionError;
            case DiagnosticKind::ValueError: return Exc::ValueError;
            case DiagnosticKind::OverflowError: return Exc::OverflowError;
            case DiagnosticKind::Stopped:
            case DiagnosticKind::SyntaxError:
            case DiagnosticKind::UnicodeDecodeError: return Exc::SyntaxError;
        }
        return Exc::SyntaxError;
    }

    Failed fail(const Diagnostic& fault, Stage stage) {
        if (fault.kind == DiagnosticKind::Stopped) return Failed{};   // poll() raised
        Exc kind = kind_of(fault.kind);
        switch (kind) {
            case Exc::SyntaxError:
            case Exc::IndentationError:
            case Exc::TabError: return syntax_error(kind, fault, stage);
            case Exc::MemoryError: return raise_none(t_, kind);
            default: {
                Ref message = TRY(str_from_utf8(t_, fault.message));
                return raise_str(t_, kind, message);
            }
        }
    }

    // The expressions of an f-string are a source of their own.
    bool is_elsewhere(const Diagnostic& fault) const { return !fault.filename.empty() && fault.filename != name_; }

    // The line as the exception carries it; None when nobody can tell.
    Ref line_text(const Diagnostic& fault, Stage stage) {
        if (fault.has_text) return str_from_utf8(t_, replace_invalid_utf8(fault.text));
        std::string line;
        if (stage == Stage::Source || fault.line == 0 || name_.starts_with('<') || is_elsewhere(fault) ||
            !program_line(t_, filename_, static_cast<int32_t>(fault.line), &line) || utf8_validate(line))
            return own(Value::none());
        return str_from_utf8(t_, line);
    }

    Failed syntax_error(Exc kind, const Diagnostic& fault, Stage stage) {
        Ref message = TRY(str_from_utf8(t_, fault.message));
        if (stage == Stage::Compiler && fault.line == 0) return raise_str(t_, kind, message);
        Ref text = TRY(line_text(fault, stage));
        Ref file = is_elsewhere(fault) ? str_from_utf8(t_, fault.filename) : own(Value::object(filename_));
        if (file.failed()) return Failed{};
        RefTo<TupleObject> place = TRY(tuple_pack(t_, {file, Value::small_int(static_cast<int>(fault.line)),
                                                       Value::small_int(static_cast<int>(fault.column)), text}));
        Value args[] = {message, place.value()};
        Ref error = TRY(exception_new(t_, exception_type(t_.interp, kind), args, 2));
        return raise_instance(t_, error);
    }

    // A warning at a place of the source; the filters may turn it into an error, which becomes a SyntaxError.
    Status issue(Exc category, const std::string& text, int line, bool syntax = true) {
        Ref module = import_module(t_, "_warnings");
        if (module.failed()) {
            if (!pending_matches(t_, Exc::ImportError)) return Failed{};
            clear_exception(t_);
            return ok();
        }
        StrObject* name = intern_utf8(t_, "warn_explicit");
        if (!name) return Failed{};
        Ref message = TRY(str_from_utf8(t_, text));
        Ref result = call_method(t_, module, name,
                                 {message, Value::object(exception_type(t_.interp, category)), Value::object(filename_),
                                  Value::small_int(line), Value::none(), Value::none()});
        if (!result.failed()) return ok();
        if (!syntax || !pending_matches(t_, category)) return Failed{};
        clear_exception(t_);
        return fail(Diagnostic::syntax(text, static_cast<uint32_t>(line)), Stage::Compiler);
    }

    Thread& t_;
    StrObject* filename_;
    std::string name_;
    int flags_;
    CompileOptions options_;
    std::vector<CompileWarning> warnings_;
};

}  // namespace

Ref compile_hook(Thread& t, std::string_view source, StrObject* filename, int mode, int flags, int optimize,
                 bool source_is_utf8) {
    return Compilation(t, filename, flags, optimize).run(source, mode, source_is_utf8);
}

Ref symbol_table_hook(Thread& t, std::string_view source, StrObject* filename, int mode, bool source_is_utf8,
                      Ref (*use)(Thread&, const SymbolTable&, void*), void* data) {
    Compilation compilation(t, filename, 0, -1);
    return compilation.with_tree(source, mode, source_is_utf8, [&](ast::Mod& root) -> Ref {
        auto table = build_symbol_table(root, compilation.limits());
        if (!table) return compilation.fail_in_compiler(table.error());
        return use(t, *table.value(), data);
    });
}

Ref compile_tree(Thread& t, Value node, StrObject* filename, int mode, int flags, int optimize) {
    return Compilation(t, filename, flags, optimize).run_tree(node, mode);
}

}  // namespace krait
