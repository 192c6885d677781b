// Calls: plain, with keywords, and with *iterables or **mappings.
#include <algorithm>

#include "compiler/code_generator.h"

namespace krait {

void CodeGenerator::on(ast::Call& node) {
    expression(node.func);
    call(0, node.args, node.keywords);
}

/// Arguments and the call instruction; the function and `already` positional arguments are on the stack.
void CodeGenerator::call(uint32_t already, ast::Seq<ast::Expr*> args, ast::Seq<ast::Keyword*> keywords,
                         std::string_view last) {
    bool unpacks = std::any_of(args.begin(), args.end(), [](ast::Expr* arg) { return ast::is<ast::Starred>(arg); }) ||
                   std::any_of(keywords.begin(), keywords.end(), [](ast::Keyword* keyword) { return !keyword->arg; });
    if (unpacks) return call_with_unpacking(already, args, keywords, last);
    expressions(args);
    if (!last.empty()) {
        name_operation(last, ast::ExprContext::Load);
        ++already;
    }
    uint32_t count = already + static_cast<uint32_t>(args.size() + keywords.size());
    if (keywords.empty()) return emit(Opcode::CALL_FUNCTION, count);
    std::vector<Constant> names;
    for (ast::Keyword* keyword : keywords) {
        expression(keyword->value);
        names.push_back(Constant::str(std::string(keyword->arg.view())));
    }
    code().load_const(Constant::tuple(std::move(names)));
    emit(Opcode::CALL_FUNCTION_KW, count);
}

/// Positional arguments become one tuple, keyword arguments one dict.
void CodeGenerator::call_with_unpacking(uint32_t already, ast::Seq<ast::Expr*> args, ast::Seq<ast::Keyword*> keywords,
                                        std::string_view last) {
    uint32_t plain = already, parts = 0;
    for (ast::Expr* arg : args) {
        auto* starred = ast::as<ast::Starred>(arg);
        if (!starred) {
            expression(arg);
            ++plain;
            continue;
        }
        if (plain != 0) {
            emit(Opcode::BUILD_TUPLE, plain);
            plain = 0;
            ++parts;
        }
        expression(starred->value);
        ++parts;
    }
    if (!last.empty()) {
        name_operation(last, ast::ExprContext::Load);
        ++plain;
    }
    if (plain != 0) {
        emit(Opcode::BUILD_TUPLE, plain);
        ++parts;
    }
    if (parts > 1)
        emit(Opcode::BUILD_TUPLE_UNPACK_WITH_CALL, parts);
    else if (parts == 0)
        emit(Opcode::BUILD_TUPLE, 0);

    uint32_t mappings = 0;
    size_t first = 0;  // of the named arguments not yet emitted
    for (size_t i = 0; i <= keywords.size(); ++i) {
        if (i < keywords.size() && keywords[i]->arg) continue;
        if (first < i) {
            keyword_group(keywords, first, i);
            ++mappings;
        }
        if (i < keywords.size()) {
            expression(keywords[i]->value);
            ++mappings;
        }
        first = i + 1;
    }
    if (mappings > 1) emit(Opcode::BUILD_MAP_UNPACK_WITH_CALL, mappings);
    emit(Opcode::CALL_FUNCTION_EX, mappings > 0 ? 1 : 0);
}

/// The named arguments [begin, end) as one dict.
void CodeGenerator::keyword_group(ast::Seq<ast::Keyword*> keywords, size_t begin, size_t end) {
    if (end - begin == 1) {
        load_str(keywords[begin]->arg);
        expression(keywords[begin]->value);
        return emit(Opcode::BUILD_MAP, 1);
    }
    std::vector<Constant> names;
    for (size_t i = begin; i < end; ++i) {
        expression(keywords[i]->value);
        names.push_back(Constant::str(std::string(keywords[i]->arg.view())));
    }
    code().load_const(Constant::tuple(std::move(names)));
    emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<uint32_t>(end - begin));
}

}  // namespace krait
