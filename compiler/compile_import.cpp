// import and from-import.
#include "compiler/code_generator.h"

namespace krait {

using ast::ExprContext;

/// `import a.b.c as d`: IMPORT_NAME left the package `a`; walks to the last part and binds that.
void CodeGenerator::bind_import_as(std::string_view name, std::string_view asname) {
    size_t dot = name.find('.');
    while (dot != std::string_view::npos) {
        size_t next = name.find('.', dot + 1);
        emit_name(Opcode::LOAD_ATTR, name.substr(dot + 1, next == std::string_view::npos ? next : next - dot - 1));
        dot = next;
    }
    name_operation(asname, ExprContext::Store);
}

void CodeGenerator::on(ast::Import& node) {
    for (ast::Alias* alias : node.names) {
        std::string_view name = alias->name;
        code().load_const(Constant::integer(0));
        load_none();
        emit_attribute(Opcode::IMPORT_NAME, name);
        if (alias->asname)
            bind_import_as(name, alias->asname);
        else
            name_operation(name.substr(0, name.find('.')), ExprContext::Store);
    }
}

void CodeGenerator::on(ast::ImportFrom& node) {
    if (node.line > future_.last_line && node.module == "__future__")
        fail("from __future__ imports must occur at the beginning of the file");
    std::vector<Constant> names;
    for (ast::Alias* alias : node.names) names.push_back(Constant::str(std::string(alias->name.view())));
    code().load_const(Constant::integer(node.level == ast::kNoInteger ? 0 : node.level));
    code().load_const(Constant::tuple(std::move(names)));
    emit_attribute(Opcode::IMPORT_NAME, node.module.view());
    if (!node.names.empty() && node.names[0]->name == "*") return emit(Opcode::IMPORT_STAR);
    for (ast::Alias* alias : node.names) {
        emit_attribute(Opcode::IMPORT_FROM, alias->name);
        name_operation(alias->asname ? alias->asname : alias->name, ExprContext::Store);
    }
    emit(Opcode::POP_TOP);
}

}  // namespace krait
