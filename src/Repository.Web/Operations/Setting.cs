using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace Repository.Web.Operations;

/// <summary>One configuration key below <c>Repository</c>: its default, the Umbraco key that is read when ours is not set, and what it does.</summary>
internal sealed record Setting(string Key, string Default, string Meaning, string? Synonym = null)
{
    public static readonly ImmutableArray<Setting> All =
    [
        new("DataPath", "./var", "Folder of everything this installation keeps: the SQLite file, the media files and a copy of the search index."),
        new("Database", "sqlite", "`sqlite`, or a PostgreSQL connection string when more than one node runs."),
        new("USyncPath", "./uSync", "Folder of the schema and the seed content: `v17` below it and, where there is one, the base layer `Root`."),
        new("SeedMediaPath", "./seed/media", "Files of the seed media, taken into the data folder with the seed content."),
        new("Proxies", "", "Addresses or networks (`10.0.0.0/8`) of proxies, with commas between them, that may say by `X-Forwarded-For` and `X-Forwarded-Proto` for whom they ask. Those on this machine always may."),
        new("Desk:SecondFactor", "required", "`required`: publishers and administrators set up a second factor before anything else. `optional`: whoever wants one."),
        new("Desk:AdministratorEmail", "admin@localhost", "By what e-mail the first account signs in, which a first start makes."),
        new("Desk:IdleMinutes", "120", "A session in which nothing happens ends after so many minutes."),
        new("Desk:SessionHours", "12", "Every session ends after so many hours."),
        new("Desk:EventDays", "180", "For how many days it is kept who signed in, or tried to, and what was done to accounts."),
        new("Mail:Host", "", "The server that takes letters about entries (SMTP). Empty: letters wait in the outbox."),
        new("Mail:Port", "587", "The port of that server."),
        new("Mail:User", "", "The name this installation signs in with there; empty: it does not."),
        new("Mail:Password", "", "The password for that name."),
        new("Mail:Tls", "true", "Is the way to that server encrypted (STARTTLS)? Without it the password and the letters can be read on the way."),
        new("Mail:From", "", "The address letters come from; needed where there is a host."),
        new("Mail:Site", "", "The site as its readers call it (`https://ejemplo.org`), for links in letters. Empty: letters name paths."),
        new("Media:MaxFileSize", "2147483648", "How many bytes a media file may have. Pictures, drawings, tables and office documents have smaller bounds of their own."),
        new("Media:Previews", "true", "Are pictures of drawings and PDFs made by themselves, beside everything else?"),
        new("Delivery:Enabled", "true", "Does the Delivery API answer?", "Umbraco:CMS:DeliveryApi:Enabled"),
        new("Delivery:PublicAccess", "true", "Without public access every request needs the key.", "Umbraco:CMS:DeliveryApi:PublicAccess"),
        new("Delivery:ApiKey", "", "Opens preview and, without public access, everything. Empty: neither can be opened.", "Umbraco:CMS:DeliveryApi:ApiKey"),
        new("Delivery:MaxTake", "2147483647", "A larger `take` is cut down to this; the total stays true."),
        new("Delivery:AllowedOrigins", "", "Origins that browsers may call from, separated by commas; `*` for all; empty for none."),
        new("Delivery:RichTextOutputAsJson", "false", "Rich text as a tree of elements instead of markup.", "Umbraco:CMS:DeliveryApi:RichTextOutputAsJson"),
        new("Delivery:Media:Enabled", "true", "Does the media part of the Delivery API answer?", "Umbraco:CMS:DeliveryApi:Media:Enabled"),
        new("Delivery:Media:PublicAccess", "true", "Without it media requests need the key.", "Umbraco:CMS:DeliveryApi:Media:PublicAccess"),
        new("Delivery:AllowedContentTypeAliases", "", "When not empty, only these types are delivered (commas between them).", "Umbraco:CMS:DeliveryApi:AllowedContentTypeAliases"),
        new("Delivery:DisallowedContentTypeAliases", "", "Types that are never delivered; does not count when the list above is set.", "Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases"),
        new("Delivery:RenderedMegabytes", "96", "How much memory may be spent on keeping items as they were last sent."),
        new("Delivery:OpenApi", "true", "Is the OpenAPI document served?"),
        new("Delivery:Compression", "true", "Are answers compressed for clients that accept it?"),
        new("Forms:ApiKey", "", "Lets programs send entries by the Forms API. Empty: only pages of this site can.", "Umbraco:Forms:Security:FormsApiKey"),
        new("Forms:LeastSeconds", "3", "Whoever sends a form faster than that is taken for a machine, and the entry waits in quarantine."),
        new("Forms:Challenge", "auto", "`auto`: browsers are asked for a proof of work while the forms are under attack. `always`, `never`."),
        new("Forms:MaxBody", "32MB", "How many bytes an entry sent by the Forms API may have, files and all (bytes, or with KB, MB, GB). Pages take files as large as their fields allow."),
        new("Limits:FormRequestsPerMinute", "60", "How often one address may send a step of a form within a minute; `0` sets no limit."),
        new("Limits:EntriesPerHour", "120", "How many entries one address may send within an hour, unless it shows the key; `0` sets no limit."),
        new("Limits:UploadBytesPerHour", "1GB", "How much one address may send in files for entries within an hour, unless it shows the key (bytes, or with KB, MB, GB); `0` sets no limit."),
        new("Imaging:HmacKey", "", "Key in Base64. When set, an address that asks for a rendition needs a valid `hmac`.", "Umbraco:CMS:Imaging:HMACSecretKey"),
        new("Imaging:MaxWidth", "5000", "A larger `width` is passed over.", "Umbraco:CMS:Imaging:Resize:MaxWidth"),
        new("Imaging:MaxHeight", "5000", "A larger `height` is passed over.", "Umbraco:CMS:Imaging:Resize:MaxHeight"),
        new("Imaging:CacheSize", "1GB", "How much disk renditions may fill (bytes, or with KB, MB, GB); what was not asked for longest leaves first."),
    ];

    public static string Text(IConfiguration configuration, string key)
    {
        var setting = All.First(setting => setting.Key == key);
        return Listed(configuration, $"Repository:{key}") ?? (setting.Synonym is { } synonym ? Listed(configuration, synonym) : null) ?? setting.Default;
    }

    public static bool Switch(IConfiguration configuration, string key) => Text(configuration, key) switch
    {
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new BadSettingException(key, text, "true o false"),
    };

    public static int Number(IConfiguration configuration, string key) =>
        int.TryParse(Text(configuration, key), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadSettingException(key, Text(configuration, key), "un número entero");

    public static int Positive(IConfiguration configuration, string key) =>
        Number(configuration, key) is var number and > 0 ? number : throw new BadSettingException(key, Text(configuration, key), "un número entero mayor que cero");

    public static string Choice(IConfiguration configuration, string key, params string[] choices) =>
        choices.FirstOrDefault(choice => choice.Equals(Text(configuration, key), StringComparison.OrdinalIgnoreCase)) ?? throw new BadSettingException(key, Text(configuration, key), string.Join(" o ", choices));

    /// <summary>Addresses or networks with commas between them; an address is a network of one.</summary>
    public static ImmutableArray<IPNetwork> Networks(IConfiguration configuration, string key) =>
    [
        .. Text(configuration, key).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text =>
            IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : IPNetwork.TryParse(text, out var network) ? network
            : throw new BadSettingException(key, text, "una dirección o una red, como 10.0.0.0/8")),
    ];

    public static byte[] Base64(IConfiguration configuration, string key)
    {
        var text = Text(configuration, key);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : throw new BadSettingException(key, "…", "un texto en Base64");
    }

    /// <summary>A number of bytes; KB, MB and GB are those of 1,024.</summary>
    public static long Size(IConfiguration configuration, string key)
    {
        var text = Text(configuration, key).Trim().ToUpperInvariant();
        var power = Array.FindIndex(Units, unit => text.EndsWith(unit, StringComparison.Ordinal));
        var number = power < 0 ? text : text[..^Units[power].Length].TrimEnd();
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= long.MaxValue >> (10 * (power + 1))
            ? size << (10 * (power + 1))
            : throw new BadSettingException(key, Text(configuration, key), "un número de bytes, o con KB, MB o GB");
    }

    private static readonly string[] Units = ["KB", "MB", "GB"];

    /// <summary>A list may be a text with commas or, as Umbraco's are, a section with numbered members.</summary>
    private static string? Listed(IConfiguration configuration, string key) =>
        configuration[key] ?? (configuration.GetSection(key).GetChildren().Select(child => child.Value).ToArray() is { Length: > 0 } listed ? string.Join(',', listed) : null);
}

/// <summary>A configuration value the program cannot work with; it does not start.</summary>
internal sealed class BadSettingException(string key, string value, string expected) : Exception($"El ajuste Repository:{key} es «{value}»; debe ser {expected}.");
