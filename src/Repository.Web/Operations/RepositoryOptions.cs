using System.Collections.Immutable;
using System.Net;
using Repository.Web.Delivery;
using Repository.Web.Desk.SignIn;
using Repository.Web.Forms.Mail;
using Repository.Web.Forms.Receiving;
using Repository.Web.Media.Renditions;

namespace Repository.Web.Operations;

/// <summary>The configuration, read once and checked at start.</summary>
internal sealed record RepositoryOptions(
    string DataPath, string Database, string USyncPath, string SeedMediaPath, bool Compression, long MaxFileSize, DeliveryOptions Delivery, RenditionOptions Imaging)
{
    /// <summary>Are previews made while the program serves?</summary>
    public bool Previews { get; init; } = true;

    public DeskOptions Desk { get; init; } = DeskOptions.Default;

    public FormOptions Forms { get; init; } = FormOptions.Default;

    public MailOptions Mail { get; init; } = MailOptions.None;

    /// <summary>Who may say for whom they ask, besides this machine.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Files of media items, by their hash.</summary>
    public string FilesPath => Path.Combine(DataPath, "files");

    /// <summary>Files of media items by their address: those that were there before the store, and those laid there for an import.</summary>
    public string MediaPath => Path.Combine(DataPath, "media");

    /// <summary>Files people sent with forms: no address serves them.</summary>
    public string EntriesPath => Path.Combine(DataPath, "entries");

    /// <summary>Uploads that are not finished.</summary>
    public string UploadsPath => Path.Combine(DataPath, "uploads");

    /// <summary>The words of media files; it can be deleted at any time.</summary>
    public string TextsPath => Path.Combine(DataPath, "texts");

    /// <summary>The saved search index; it can be deleted at any time.</summary>
    public string IndexPath => Path.Combine(DataPath, "index");

    /// <summary>Pictures as they were asked for; it can be deleted at any time.</summary>
    public string RenditionsPath => Path.Combine(DataPath, "renditions");

    /// <summary>What cookies and tokens are signed with.</summary>
    public string KeysPath => Path.Combine(DataPath, "keys");

    public static RepositoryOptions Read(IConfiguration configuration)
    {
        string Text(string key) => Setting.Text(configuration, key);
        bool Switch(string key) => Setting.Switch(configuration, key);
        return new RepositoryOptions(
            Path.GetFullPath(Text("DataPath")),
            Text("Database"),
            Path.GetFullPath(Text("USyncPath")),
            Path.GetFullPath(Text("SeedMediaPath")),
            Switch("Delivery:Compression"),
            Setting.Size(configuration, "Media:MaxFileSize"),
            new DeliveryOptions
            {
                Enabled = Switch("Delivery:Enabled"),
                PublicAccess = Switch("Delivery:PublicAccess"),
                ApiKey = Text("Delivery:ApiKey"),
                MaxTake = Setting.Number(configuration, "Delivery:MaxTake"),
                AllowedOrigins = Text("Delivery:AllowedOrigins"),
                RichTextOutputAsJson = Switch("Delivery:RichTextOutputAsJson"),
                MediaEnabled = Switch("Delivery:Media:Enabled"),
                MediaPublicAccess = Switch("Delivery:Media:PublicAccess"),
                AllowedContentTypeAliases = Text("Delivery:AllowedContentTypeAliases"),
                DisallowedContentTypeAliases = Text("Delivery:DisallowedContentTypeAliases"),
                RenderedMegabytes = Setting.Number(configuration, "Delivery:RenderedMegabytes"),
                OpenApi = Switch("Delivery:OpenApi"),
            },
            new RenditionOptions(
                Setting.Base64(configuration, "Imaging:HmacKey"),
                Setting.Number(configuration, "Imaging:MaxWidth"),
                Setting.Number(configuration, "Imaging:MaxHeight"),
                Setting.Size(configuration, "Imaging:CacheSize")))
        {
            Previews = Switch("Media:Previews"),
            Desk = DeskOptions.Read(configuration),
            Forms = FormOptions.Read(configuration),
            Mail = MailOptions.Read(configuration),
            Proxies = Setting.Networks(configuration, "Proxies"),
        };
    }
}
