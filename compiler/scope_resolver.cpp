// Works on the blocks from the outside in and carries free names back out.
#include "compiler/scope_resolver.h"

#include <algorithm>
#include <iterator>

namespace krait {

[[noreturn]] void fail_at(std::string message, int line, int column) {
    throw CompileFault{Diagnostic::syntax(std::move(message), static_cast<uint32_t>(line),
                                          column < 0 ? kColumnBefore : static_cast<uint32_t>(column))};
}

std::string quoted(std::string_view before, std::string_view name, std::string_view after) {
    std::string text(before);
    text += '\'';
    text += name;
    text += '\'';
    text += after;
    return text;
}

namespace {

using NameList = std::vector<std::string_view>;

void sort_names(NameList& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}
/// The following take sorted lists.
bool contains(const NameList& names, std::string_view name) {
    return !names.empty() && std::binary_search(names.begin(), names.end(), name);
}
void add_names(NameList& names, const NameList& more) {
    if (more.empty()) return;
    NameList sum;
    sum.reserve(names.size() + more.size());
    std::set_union(names.begin(), names.end(), more.begin(), more.end(), std::back_inserter(sum));
    names.swap(sum);
}
void remove_names(NameList& names, const NameList& fewer) {
    if (names.empty() || fewer.empty()) return;
    std::erase_if(names, [&](std::string_view name) { return contains(fewer, name); });
}

/// Second pass: gives every symbol its NameScope.
class ScopeResolver {
  public:
    explicit ScopeResolver(const NestingLimits& limits) : guard_(limits) {}

    void resolve(SymbolBlock& top) {
        NameList free;
        resolve_block(top, nullptr, {}, nullptr, free);
    }

  private:
    /// What the names of one block turned out to be.
    struct Findings {
        NameList local;
        NameList global;  // declared so here
        NameList free;
    };

    /// `bound`: names bound in enclosing functions (null for the module); `global`: names that enclosing blocks declare
    /// global; both sorted. `cls`: the class whose names the block sees, or null. `free` receives the names this block
    /// needs from outside.
    void resolve_block(SymbolBlock& block, const NameList* bound, const NameList& global, const SymbolBlock* cls,
                       NameList& free) {
        NestingGuard::Level level(guard_);
        path_.push_back(&block);
        Findings found;
        for (size_t i = 0; i < block.symbols.size(); ++i)
            resolve_name(block, block.symbols[i], bound, global, cls, found);
        if (!block.children.empty()) {
            NameList inner_free = resolve_children(block, bound, global, cls, found);
            if (block.kind == BlockKind::Function) make_cells(block, inner_free);
            if (block.kind == BlockKind::Class && std::erase(inner_free, "__class__") != 0)
                block.needs_class_closure = true;
            if (block.kind == BlockKind::Class && std::erase(inner_free, "__classdict__") != 0)
                block.needs_class_dict = true;
            pass_up(block, bound, inner_free);
            free.insert(free.end(), inner_free.begin(), inner_free.end());
        }
        free.insert(free.end(), found.free.begin(), found.free.end());
        path_.pop_back();
    }

    /// Resolves the blocks inside `block`; the names they need from outside of themselves, sorted.
    NameList resolve_children(SymbolBlock& block, const NameList* bound, const NameList& global, const SymbolBlock* cls,
                              Findings& found) {
        sort_names(found.local);
        sort_names(found.global);
        NameList inner_bound, inner_global = global;
        if (bound) inner_bound = *bound;
        if (block.kind == BlockKind::Class) {
            // The names of a class body are invisible to its methods: they get what was known before it.
            add_names(inner_bound, {"__class__", "__classdict__"});
        } else {
            remove_names(inner_bound, found.global);
            if (block.kind == BlockKind::Function) add_names(inner_bound, found.local);
            add_names(inner_global, found.global);
            remove_names(inner_global, found.local);
        }
        NameList inner_free;
        for (SymbolBlock* child : block.children) {
            const SymbolBlock* seen = !child->sees_class ? nullptr : block.kind == BlockKind::Class ? &block : cls;
            resolve_block(*child, &inner_bound, inner_global, seen, inner_free);
            if (child->has_free || child->child_has_free) block.child_has_free = true;
        }
        sort_names(inner_free);
        return inner_free;
    }

    void resolve_name(SymbolBlock& block, Symbol& name, const NameList* bound, const NameList& global,
                      const SymbolBlock* cls, Findings& found) {
        if (name.flags & symbol::kGlobal) {
            if (name.flags & symbol::kParam)
                fail(block, name.name, quoted("name ", name.name, " is parameter and global"));
            if (name.flags & symbol::kNonlocal)
                fail(block, name.name, quoted("name ", name.name, " is nonlocal and global"));
            name.scope = NameScope::GlobalExplicit;
            found.global.push_back(name.name);
            return;
        }
        if (name.flags & symbol::kNonlocal) {
            if (name.flags & symbol::kParam)
                fail(block, name.name, quoted("name ", name.name, " is parameter and nonlocal"));
            if (!bound) fail(block, name.name, "nonlocal declaration not allowed at module level");
            if (!contains(*bound, name.name))
                fail(block, name.name, quoted("no binding for nonlocal ", name.name, " found"));
            if (is_type_parameter(name.name))
                fail(block, name.name, quoted("nonlocal binding not allowed for type parameter ", name.name, ""));
            make_free(block, name, found);
            return;
        }
        if (name.flags & symbol::kBound) {
            name.scope = NameScope::Local;
            found.local.push_back(name.name);
            return;
        }
        const bool by_class = cls && name.name != "__classdict__";   // that is how the class is found
        if (const Symbol* in_class = by_class ? cls->find(name.name) : nullptr) {
            if (in_class->flags & symbol::kGlobal) {
                name.scope = NameScope::GlobalExplicit;
                return;
            }
            if ((in_class->flags & symbol::kBound) && !(in_class->flags & symbol::kNonlocal)) {
                name.scope = NameScope::GlobalImplicit;   // the class first
                return;
            }
        }
        if (bound && contains(*bound, name.name)) return make_free(block, name, found);
        name.scope = NameScope::GlobalImplicit;
        if (block.is_nested && !contains(global, name.name)) block.has_free = true;
    }

    /// Whether the nearest function around that binds the name has it as a type parameter.
    bool is_type_parameter(std::string_view name) const {
        for (size_t i = path_.size() - 1; i-- > 0;) {
            if (path_[i]->kind == BlockKind::Class) continue;
            const Symbol* symbol = path_[i]->find(name);
            if (symbol && (symbol->flags & symbol::kBound)) return (symbol->flags & symbol::kTypeParam) != 0;
        }
        return false;
    }

    static void make_free(SymbolBlock& block, Symbol& name, Findings& found) {
        name.scope = NameScope::Free;
        block.has_free = true;
        found.free.push_back(name.name);
    }

    /// Locals of a function that nested blocks use become cells and stop there.
    static void make_cells(SymbolBlock& block, NameList& free) {
        if (free.empty()) return;
        NameList cells;
        for (Symbol& symbol : block.symbols) {
            if (symbol.scope != NameScope::Local || !contains(free, symbol.name)) continue;
            symbol.scope = NameScope::Cell;
            cells.push_back(symbol.name);
        }
        sort_names(cells);
        remove_names(free, cells);
    }

    /// Names that nested blocks need from further out pass through this block.
    static void pass_up(SymbolBlock& block, const NameList* bound, const NameList& free) {
        for (std::string_view name : free) {
            if (const Symbol* known = block.find(name)) {
                if (block.kind == BlockKind::Class && (known->flags & (symbol::kBound | symbol::kGlobal)))
                    block.find_or_add(name).flags |= symbol::kFreeClass;
                continue;
            }
            if (bound && !contains(*bound, name)) continue;
            block.find_or_add(name).scope = NameScope::Free;
        }
    }

    [[noreturn]] static void fail(const SymbolBlock& block, std::string_view name, std::string message) {
        for (const SymbolBlock::Directive& directive : block.directives)
            if (directive.name == name) fail_at(std::move(message), directive.line, directive.column);
        fail_at(std::move(message), block.line, block.column);
    }

    NestingGuard guard_;
    std::vector<const SymbolBlock*> path_;   // from the module to the block in work
};

}  // namespace

void resolve_scopes(SymbolBlock& top, const NestingLimits& limits) { ScopeResolver(limits).resolve(top); }

}  // namespace krait
