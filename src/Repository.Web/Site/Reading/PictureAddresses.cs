using Repository.Web.Media.Renditions;
using Repository.Web.Media.Renditions.Commands;

namespace Repository.Web.Site.Reading;

/// <summary>Addresses of pictures in the sizes that pages need, signed where the installation asks for that. Each names its version, so that browsers may keep it for good.</summary>
internal sealed class PictureAddresses(RenditionOptions options)
{
    public string Of(string url, int width, string? format, string version)
    {
        List<KeyValuePair<string, string>> commands = [KeyValuePair.Create("width", Text(width))];
        if (format is not null) commands.Add(KeyValuePair.Create("format", format));
        var query = string.Join('&', commands.Select(command => $"{command.Key}={command.Value}"));
        var signature = options.HmacKey.Length == 0 ? "" : $"&hmac={RenditionSignature.Of(options.HmacKey, default, new PathString(url), new RenditionCommands([.. commands], null, IsPinned: true))}";
        return $"{url}?{query}&v={version}{signature}";
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
