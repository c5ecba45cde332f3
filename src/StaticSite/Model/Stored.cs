namespace StaticSite.Model;

/// <summary>A value that need not be in memory between its parse and the moment when it is used.</summary>
public abstract class Stored<T>
{
    /// <summary>Safe to call from many threads. It may come from the disk each time.</summary>
    public abstract T Load();
}

public static class Stored
{
    public static Stored<T> InMemory<T>(T value) => new Held<T>(value);

    private sealed class Held<T>(T value) : Stored<T>
    {
        public override T Load() => value;
    }
}
