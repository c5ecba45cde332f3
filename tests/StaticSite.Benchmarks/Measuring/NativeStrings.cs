using System.Runtime.InteropServices;

namespace StaticSite.Benchmarks.Measuring;

/// <summary>An array of C strings that ends with a null.</summary>
internal sealed class NativeStrings : IDisposable
{
    private readonly nint[] _texts;

    public NativeStrings(string[] texts)
    {
        _texts = [.. texts.Select(Marshal.StringToCoTaskMemUTF8), 0];
        Address = Marshal.AllocHGlobal(nint.Size * _texts.Length);
        Marshal.Copy(_texts, 0, Address, _texts.Length);
    }

    public nint Address { get; }

    public void Dispose()
    {
        foreach (var text in _texts)
        {
            Marshal.FreeCoTaskMem(text);
        }

        Marshal.FreeHGlobal(Address);
    }
}
