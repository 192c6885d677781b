#include "parser/parse.h"

#include <utility>

#include "lexer/source.h"
#include "parser/ast_actions.h"

namespace krait::ast {

ParsedModule::ParsedModule(std::unique_ptr<TreeStorage> storage, Mod* root, std::string filename)
    : storage_(std::move(storage)), root_(root), filename_(std::move(filename)) {}
ParsedModule::ParsedModule(ParsedModule&&) noexcept = default;
ParsedModule& ParsedModule::operator=(ParsedModule&&) noexcept = default;
ParsedModule::~ParsedModule() = default;

Identifier ParsedModule::intern(std::string_view text) { return Identifier(storage_->identifiers.intern(text)); }

const std::vector<ParseWarning>& ParsedModule::warnings() const { return storage_->warnings; }

namespace {

Diagnostic out_of_memory(const SourceFile& source) {
    Diagnostic fault = Diagnostic::of(DiagnosticKind::MemoryError, "");
    fault.filename = source.filename();
    return fault;
}

}  // namespace

Result<ParsedModule, Diagnostic> parse(const SourceFile& source, const ParseOptions& options) {
    try {
        auto storage = std::make_unique<TreeStorage>();
        TreeBuilder builder(*storage, source, options);
        Mod* root = builder.run();
        if (!root) return fail(*builder.take_fault());
        return ParsedModule(std::move(storage), root, source.filename());
    } catch (const ParsingStopped&) {
        return fail(Diagnostic::of(DiagnosticKind::Stopped, ""));
    } catch (const OutOfMemory&) {
        return fail(out_of_memory(source));
    } catch (const std::bad_alloc&) {
        return fail(out_of_memory(source));
    }
}

Result<ParsedModule, Diagnostic> parse_text(std::string_view utf8, std::string_view filename,
                                            const ParseOptions& options) {
    SourceFile source = KRAIT_TRY(SourceFile::from_text(utf8, filename));
    return parse(source, options);
}

Result<ParsedModule, Diagnostic> parse_text(std::string_view utf8, std::string_view filename, Mode mode) {
    ParseOptions options;
    options.mode = mode;
    return parse_text(utf8, filename, options);
}

Completeness check_interactive(std::string_view utf8) {
    ParseOptions options;
    options.mode = Mode::Interactive;
    options.prompt = true;
    Result<SourceFile, Diagnostic> source = SourceFile::from_text(utf8, "<stdin>");
    if (!source) return Completeness::Wrong;
    try {
        TreeStorage storage;
        TreeBuilder builder(storage, *source, options);
        if (builder.run()) return Completeness::Complete;
        return builder.stopped_at_end() ? Completeness::Incomplete : Completeness::Wrong;
    } catch (const OutOfMemory&) {
        return Completeness::Wrong;
    } catch (const std::bad_alloc&) {
        return Completeness::Wrong;
    }
}

}  // namespace krait::ast
