using System.Net.Mail;
using Repository.Core.Schema;

namespace Repository.Core.Editors;

/// <summary>An e-mail address and nothing else beside it. Not searched: addresses are not what people look for.</summary>
internal sealed class EmailAddressEditor : IPropertyEditor
{
    // The longest address that mail servers take.
    private const int MaxLength = 254;

    public string Alias => "Umbraco.EmailAddress";

    public PropertyReading Read(string stored, DataType dataType, EditorContext context)
    {
        var address = stored.Trim();
        return IsAddress(address)
            ? new PropertyReading(address, new TextValue(address))
            : PropertyReading.Refused(stored, "Escribe un correo electrónico como nombre@ejemplo.org.");
    }

    public static bool IsAddress(string text) =>
        text.Length <= MaxLength
        && !text.Any(char.IsWhiteSpace)
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.DisplayName.Length == 0
        && address.Host.Contains('.', StringComparison.Ordinal);
}
