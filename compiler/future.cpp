// See future.h.
#include "compiler/future.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compiler/compiled_code.h"
#include "compiler/nesting_guard.h"

namespace krait {

namespace {

constexpr std::string_view kSettled[] = {"nested_scopes",  "generators",     "division",        "absolute_import",
                                         "with_statement", "print_function", "unicode_literals"};

[[noreturn]] void fail(std::string message, const ast::Stmt& where) {
    throw CompileFault{
        Diagnostic::syntax(std::move(message), static_cast<uint32_t>(where.line), static_cast<uint32_t>(where.column))};
}

uint32_t flag_of(std::string_view feature, bool lang36, const ast::Stmt& where) {
    if (std::find(std::begin(kSettled), std::end(kSettled), feature) != std::end(kSettled)) return 0;
    if (feature == "barry_as_FLUFL") return CO_FUTURE_BARRY_AS_BDFL;
    if (feature == "generator_stop") return CO_FUTURE_GENERATOR_STOP;
    if (feature == "annotations" && !lang36) return CO_FUTURE_ANNOTATIONS;
    if (feature == "braces") fail("not a chance", where);
    fail("future feature " + std::string(feature.substr(0, 100)) + " is not defined", where);
}

bool is_string_statement(ast::Stmt* stmt) {
    auto* statement = ast::as<ast::ExprStmt>(stmt);
    return statement && ast::is<ast::Str>(statement->value);
}

}  // namespace

FutureFeatures find_future_features(ast::Mod& mod, bool lang36) {
    FutureFeatures features;
    ast::Seq<ast::Stmt*> body;
    if (auto* module = ast::as<ast::Module>(&mod)) body = module->body;
    if (auto* interactive = ast::as<ast::Interactive>(&mod)) body = interactive->body;
    bool done = false;  // something other than a docstring or a future import was seen
    int previous_line = 0;
    for (size_t i = 0; i < body.size(); ++i) {
        ast::Stmt* stmt = body[i];
        if (done && stmt->line > previous_line) break;
        previous_line = stmt->line;
        auto* import = ast::as<ast::ImportFrom>(stmt);
        if (import && import->module == "__future__") {
            if (done) fail("from __future__ imports must occur at the beginning of the file", *stmt);
            for (ast::Alias* alias : import->names) features.flags |= flag_of(alias->name, lang36, *stmt);
            features.last_line = stmt->line;
        } else if (i != 0 || !is_string_statement(stmt)) {
            done = true;
        }
    }
    return features;
}

}  // namespace krait
