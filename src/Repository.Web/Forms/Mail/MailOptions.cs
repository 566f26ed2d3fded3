using System.Net.Mail;
using Repository.Web.Operations;

namespace Repository.Web.Forms.Mail;

/// <summary>How letters leave the house. Without a host they wait.</summary>
internal sealed record MailOptions(string Host, int Port, string From)
{
    public static readonly MailOptions None = new("", 587, "");

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public bool Tls { get; init; } = true;

    /// <summary>The site as its readers call it, for links in letters; without it a letter names only the folio.</summary>
    public Uri? Site { get; init; }

    public bool IsConfigured => Host.Length > 0;

    public static MailOptions Read(IConfiguration configuration)
    {
        string Text(string key) => Setting.Text(configuration, $"Mail:{key}");
        var (host, from, site) = (Text("Host"), Text("From"), Text("Site"));
        if (host.Length > 0 && !MailAddress.TryCreate(from, out _)) throw new BadSettingException("Mail:From", from, "una dirección de correo, cuando hay Mail:Host");
        var address = site.Length == 0 ? null
            : Uri.TryCreate(site.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri
            : throw new BadSettingException("Mail:Site", site, "una dirección como https://ejemplo.org");
        return new MailOptions(host, Setting.Positive(configuration, "Mail:Port"), from)
        {
            User = Text("User"),
            Password = Text("Password"),
            Tls = Setting.Switch(configuration, "Mail:Tls"),
            Site = address,
        };
    }
}
