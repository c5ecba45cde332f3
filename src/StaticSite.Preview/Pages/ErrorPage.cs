namespace StaticSite.Preview.Pages;

/// <summary>What stands under the mistakes where there is no page yet.</summary>
internal static class ErrorPage
{
    public static byte[] NoSite() =>
        """
        <!doctype html>
        <html lang="zh">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>StaticSite</title></head>
        <body><p>页面还无法显示，请先改正下方列出的错误。</p><p lang="en">The page cannot be shown before the errors below are mended.</p></body>
        </html>

        """u8.ToArray();
}
