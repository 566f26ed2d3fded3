using System.Net;
using System.Text.Json;
using Repository.Testing;

namespace Repository.Specs.Media;

/// <summary>What the site answered, as libvips and exiftool see it.</summary>
public sealed record Picture(HttpStatusCode Status, HttpResponseMessage Message, string File)
{
    public string? Type => Message.Content.Headers.ContentType?.MediaType;

    public byte[] Bytes => System.IO.File.ReadAllBytes(File);

    public (int Width, int Height) Size => (Number("width"), Number("height"));

    public int Bands => Number("bands");

    /// <summary>By name, in the groups that exiftool knows: <c>XMP-photoshop:Credit</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata => JsonElement.Parse(Tool.Exiftool.Run("-json", "-G1", "-a", File))[0]
        .EnumerateObject().DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value.ToString());

    public string? Header(string name) =>
        Message.Headers.TryGetValues(name, out var values) || Message.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    public double[] ColourAt(int x, int y) => APicture.ColourAt(File, x, y);

    private int Number(string field) => int.Parse(Tool.VipsHeader.Run("-f", field, File), System.Globalization.CultureInfo.InvariantCulture);
}
