namespace StaticSite.Preview.Tests.Support;

/// <summary>For what a running preview does in its own time.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <param name="found">What was found instead.</param>
    public static async Task Holds(Func<Task<bool>> condition, Func<string>? found = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < s_patience, "It did not come about in time. " + found?.Invoke());
            await Task.Delay(15);
        }
    }
}
