"""Every name of the reference is there."""
import sys

EXPECTED = '''
    argv base_exec_prefix base_prefix builtin_module_names byteorder call_tracing copyright displayhook
    dont_write_bytecode exc_info excepthook exec_prefix executable exit flags float_info float_repr_style
    get_asyncgen_hooks get_coroutine_wrapper getallocatedblocks getcheckinterval getdefaultencoding
    getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof
    getswitchinterval gettrace hash_info hexversion implementation int_info intern is_finalizing maxsize
    maxunicode meta_path modules path path_hooks path_importer_cache platform prefix set_asyncgen_hooks
    set_coroutine_wrapper setcheckinterval setprofile setrecursionlimit setswitchinterval settrace stderr
    stdin stdout thread_info version version_info warnoptions
'''.split()

print([name for name in EXPECTED if not hasattr(sys, name)])  # expect: []
print(len(EXPECTED))  # expect: 59
