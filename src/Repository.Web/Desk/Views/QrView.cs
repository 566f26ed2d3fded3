using System.Globalization;
using System.Text;
using QRCoder;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Views;

/// <summary>A text as a QR code, drawn in the page itself: nobody else gets to see it.</summary>
internal sealed class QrView : View<string>
{
    public required string Label { get; init; }

    public override Task ExecuteAsync()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Model, QRCodeGenerator.ECCLevel.M);
        WriteLiteral(string.Create(CultureInfo.InvariantCulture, $"<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {code.ModuleMatrix.Count} {code.ModuleMatrix.Count}\" aria-label=\""));
        Write(Label);
        WriteLiteral("\"><path fill=\"#fff\" d=\"M0 0h999v999H0z\"/><path shape-rendering=\"crispEdges\" d=\"");
        WriteLiteral(Squares(code));
        WriteLiteral("\"/></svg>");
        return Task.CompletedTask;
    }

    private static string Squares(QRCodeData code)
    {
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column]) path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
            }
        }

        return path.ToString();
    }
}
