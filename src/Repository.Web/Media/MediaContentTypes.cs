using Microsoft.AspNetCore.StaticFiles;
using Repository.Web.Media.Intake;

namespace Repository.Web.Media;

/// <summary>How files are sent, by the extension of their address.</summary>
internal static class MediaContentTypes
{
    private static readonly FileExtensionContentTypeProvider Types = Known();

    public static string Of(string address) => Types.TryGetContentType(address, out var type) ? type : "application/octet-stream";

    private static FileExtensionContentTypeProvider Known()
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var kind in FileKind.All)
        {
            foreach (var extension in kind.Extensions) types.Mappings[$".{extension}"] = kind.ContentType;
        }

        // A stored page would run as part of this site.
        foreach (var extension in (string[])[".htm", ".html", ".xhtml", ".js", ".mjs", ".xml"]) types.Mappings.Remove(extension);
        return types;
    }
}
