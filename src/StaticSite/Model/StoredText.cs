namespace StaticSite.Model;

/// <summary>A long text that need not be in memory between its parse and the moment it is printed.</summary>
public abstract class StoredText
{
    public static StoredText InMemory(string text) => new Held(text);

    public abstract string Load();

    private sealed class Held(string text) : StoredText
    {
        public override string Load() => text;
    }
}
