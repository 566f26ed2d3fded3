using System.Globalization;
using System.Text;
using Repository.Web.Media.Renditions.Credits;

namespace Repository.Web.Media.Kits.Making;

/// <summary>A PDF of one page with one picture in the middle of it, its title, and its credit and licence as XMP. The same picture gives the same bytes: no date, no chance. Pure.</summary>
internal static class PrintedSheet
{
    private const double PointsPerMillimetre = 72 / 25.4;

    public static byte[] Of(byte[] jpeg, PixelSize size, (int Wide, int High) millimetres, int margin, string title, MediaRights rights)
    {
        var (wide, high) = (millimetres.Wide * PointsPerMillimetre, millimetres.High * PointsPerMillimetre);
        var edge = margin * PointsPerMillimetre;
        var scale = Math.Min((wide - (2 * edge)) / size.Width, (high - (2 * edge)) / size.Height);
        var (width, height) = (size.Width * scale, size.Height * scale);
        var drawing = Encoding.ASCII.GetBytes($"q {Number(width)} 0 0 {Number(height)} {Number((wide - width) / 2)} {Number((high - height) / 2)} cm /Picture Do Q");
        var packet = CreditPacket.Of(rights);
        using var page = new PdfObjects();
        page.Add("<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R /Lang (es-MX) /ViewerPreferences << /DisplayDocTitle true >> >>");
        page.Add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        page.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Number(wide)} {Number(high)}] /Contents 4 0 R /Resources << /XObject << /Picture 5 0 R >> >> >>");
        page.Add("", drawing);
        page.Add($"/Type /XObject /Subtype /Image /Width {size.Width} /Height {size.Height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", jpeg);
        page.Add("/Type /Metadata /Subtype /XML", packet);
        page.Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> >>");
        return page.Close();
    }

    private static string Number(double points) => points.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The objects one after the other, the first of which is the catalogue and the last of which says what the document is, and the table of where each begins.</summary>
    private sealed class PdfObjects : IDisposable
    {
        private readonly MemoryStream _bytes = new();
        private readonly List<long> _places = [];

        public PdfObjects() => Write("%PDF-1.6\n%\u00E2\u00E3\u00CF\u00D3\n");

        public void Add(string body)
        {
            Begin();
            Write($"{body}\nendobj\n");
        }

        public void Add(string entries, byte[] stream)
        {
            Begin();
            Write($"<< {entries} /Length {stream.Length} >>\nstream\n");
            _bytes.Write(stream);
            Write("\nendstream\nendobj\n");
        }

        public void Dispose() => _bytes.Dispose();

        public byte[] Close()
        {
            var table = _bytes.Length;
            Write($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
            foreach (var place in _places) Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
            Write($"trailer\n<< /Size {_places.Count + 1} /Root 1 0 R /Info {_places.Count} 0 R >>\nstartxref\n{table}\n%%EOF\n");
            return _bytes.ToArray();
        }

        private void Begin()
        {
            _places.Add(_bytes.Length);
            Write($"{_places.Count} 0 obj\n");
        }

        private void Write(string text) => _bytes.Write(Encoding.Latin1.GetBytes(text));
    }
}
