using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace StaticSite.Render.Views;

/// <summary>The fields of a view under the names that templates use: <c>IsArticle</c> is <c>isArticle</c>.</summary>
internal static class ViewFields
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> s_fields = new();

    public static IReadOnlyDictionary<string, PropertyInfo> Of(Type view) => s_fields.GetOrAdd(view, static view =>
        view.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(field => char.ToLowerInvariant(field.Name[0]) + field.Name[1..], StringComparer.Ordinal));

    public static bool IsView(Type type) => type.Namespace == typeof(DocumentView).Namespace;

    /// <summary>The type of a list's elements; null for what is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;
}
