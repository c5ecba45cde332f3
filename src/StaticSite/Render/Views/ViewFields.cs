using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace StaticSite.Render.Views;

/// <summary>The fields of a view under the names that templates use: <c>IsArticle</c> is <c>isArticle</c>.</summary>
internal static class ViewFields
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_all = new();
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> s_byName = new();

    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type view) => s_byName.GetOrAdd(view, static view =>
        All(view).ToDictionary(field => char.ToLowerInvariant(field.Name[0]) + field.Name[1..], StringComparer.Ordinal));

    public static PropertyInfo[] All(Type view) => s_all.GetOrAdd(view, Find);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The program is published with the whole of this assembly.")]
    private static PropertyInfo[] Find(Type view) => view.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    public static bool IsView(Type type) => type.Namespace == typeof(DocumentView).Namespace;

    /// <summary>The type of a list's elements; null for what is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;
}
