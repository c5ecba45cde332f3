namespace StaticSite.Render;

/// <summary>A text of the theme's strings in the page's language, placeholders filled, not yet escaped.</summary>
internal delegate string Phrase(string key, params ReadOnlySpan<object?> arguments);
