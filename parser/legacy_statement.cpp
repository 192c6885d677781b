#include "parser/legacy_statement.h"

#include <string_view>

namespace krait::ast {
namespace {

constexpr std::string_view kBlanks = " \t\n\r\f\v";

std::string_view strip(std::string_view text) {
    std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

bool name_statement(std::string_view statement, Diagnostic* fault) {
    std::size_t begin = statement.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return false;
    statement.remove_prefix(begin);
    if (statement.starts_with("exec ")) {
        fault->message = "Missing parentheses in call to 'exec'";
        return true;
    }
    if (!statement.starts_with("print ")) return false;
    std::string_view argument = strip(statement.substr(6, statement.find(';') - 6));
    bool keeps_line = argument.ends_with(',');
    fault->message = "Missing parentheses in call to 'print'. Did you mean print(" + std::string(argument) +
                     (keeps_line ? " end=\" \"" : "") + ")?";
    return true;
}

}  // namespace

void name_legacy_statement(Diagnostic* fault) {
    std::string text = fault->text;
    if (fault->kind != DiagnosticKind::SyntaxError) return;  // an IndentationError keeps its own message
    if (!fault->has_text || text.find('(') != std::string::npos) return;
    if (name_statement(text, fault)) return;
    std::size_t colon = text.find(':');
    if (colon != std::string::npos) name_statement(std::string_view(text).substr(colon + 1), fault);
}

}  // namespace krait::ast
