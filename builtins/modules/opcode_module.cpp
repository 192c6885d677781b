// _opcode: what opcode.def knows, for modules opcode and dis.
#include "compiler/opcode.h"
#include "vm/native/module_def.h"
#include "vm/protocol/protocol.h"

namespace krait {

namespace {

Fallible<int32_t> int_argument(Thread& t, Value v) {
    if (!is_int_like(v) && !type_of(t, v)->slots.index && !type_of(t, v)->slots.as_int)
        return raise(t, Exc::TypeError, "an integer is required (got type %.200s)", type_name_of(t, v));
    Ref number = TRY(type_of(t, v)->slots.index || is_int_like(v) ? as_index(t, v) : to_int(t, v));
    if (!number.get().is_int() || number.get().as_int() > INT32_MAX)
        return raise(t, Exc::OverflowError, "signed integer is greater than maximum");
    if (number.get().as_int() < INT32_MIN) return raise(t, Exc::OverflowError, "signed integer is less than minimum");
    return static_cast<int32_t>(number.get().as_int());
}

Fallible<int64_t> opcode_stack_effect(Thread& t, Value opcode, Value operand) {
    int32_t number = TRY(int_argument(t, opcode));
    bool takes_operand = number >= kHaveArgument, given = !operand.is_unbound() && !operand.is_none();
    if (takes_operand && !given)
        return raise(t, Exc::ValueError, "stack_effect: opcode requires oparg but oparg was not specified");
    int32_t argument = given ? TRY(int_argument(t, operand)) : 0;
    if (!takes_operand && given)
        return raise(t, Exc::ValueError, "stack_effect: opcode does not permit oparg but oparg was specified");
    std::optional<int> effect;
    if (number >= 0 && number < 256) effect = stack_effect(static_cast<uint8_t>(number), argument);
    if (!effect) return raise(t, Exc::ValueError, "invalid opcode or oparg");
    return int64_t{*effect};
}

const char* kind_name(OperandKind kind) {
    switch (kind) {
        case OperandKind::None: return "none";
        case OperandKind::Count: return "count";
        case OperandKind::Flags: return "flags";
        case OperandKind::Const: return "const";
        case OperandKind::Name: return "name";
        case OperandKind::Local: return "local";
        case OperandKind::Free: return "free";
        case OperandKind::JumpAbs: return "jabs";
        case OperandKind::JumpRel: return "jrel";
        case OperandKind::Compare: return "compare";
        case OperandKind::Extend: return "extend";
    }
    return "none";
}

Ref opcode_rows(Thread& t) {
    RefTo<ListObject> rows = TRY(list_new(t));
    for (const OpcodeInfo& info : kOpcodeTable) {
        if (!info.valid()) continue;
        Ref name = TRY(str_from_ascii(t, info.name)), kind = TRY(str_from_ascii(t, kind_name(info.kind)));
        RefTo<TupleObject> row = TRY(tuple_pack(t, {Value::small_int(static_cast<int>(info.opcode)), name, kind}));
        TRY(list_append(t, rows.get(), row.value()));
    }
    return rows;
}

Ref opcode_compare_operators(Thread& t) {
    RefTo<TupleObject> names = TRY(tuple_new(t, kCompareOpNames.size()));
    for (size_t i = 0; i < kCompareOpNames.size(); ++i)
        names->items[i] = TRY(str_from_ascii(t, kCompareOpNames[i])).release();
    return names;
}

constexpr MethodDef kFunctions[] = {
    function<opcode_compare_operators>("_compare_operators", "()", "Names of the operands of COMPARE_OP."),
    function<opcode_rows>("_rows", "()", "Triples (number, name, kind of operand) of all instructions."),
    function<opcode_stack_effect>("stack_effect", "(opcode, oparg=None, /)",
                                  "By how much an instruction changes the depth of the stack."),
};

}  // namespace

extern const ModuleDef kOpcodeModule;
constinit const ModuleDef kOpcodeModule = {"_opcode", "What the instructions of the bytecode do to the stack.",
                                           kFunctions};

}  // namespace krait
