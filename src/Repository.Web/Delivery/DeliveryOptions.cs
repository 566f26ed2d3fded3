namespace Repository.Web.Delivery;

/// <summary>How the Delivery API behaves; section <c>Repository:Delivery</c>, with Umbraco's own keys read as synonyms.</summary>
internal sealed record DeliveryOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>When false every request needs the key.</summary>
    public bool PublicAccess { get; init; } = true;

    /// <summary>Opens preview and, without public access, everything. Without a key neither can be opened.</summary>
    public string? ApiKey { get; init; }

    /// <summary>A larger <c>take</c> is cut down to this.</summary>
    public int MaxTake { get; init; } = int.MaxValue;

    /// <summary>Origins that browsers may call from, separated by commas; <c>*</c> for all; empty for none.</summary>
    public string AllowedOrigins { get; init; } = "";

    public bool RichTextOutputAsJson { get; init; }

    public bool MediaEnabled { get; init; } = true;

    public bool MediaPublicAccess { get; init; } = true;

    /// <summary>Types that are never delivered, separated by commas.</summary>
    public string DisallowedContentTypeAliases { get; init; } = "";

    /// <summary>When not empty, only these types are delivered, and the other list does not count.</summary>
    public string AllowedContentTypeAliases { get; init; } = "";

    /// <summary>How much memory may be spent on keeping items as they were last sent.</summary>
    public int RenderedMegabytes { get; init; } = 96;

    /// <summary>Is the OpenAPI document served?</summary>
    public bool OpenApi { get; init; } = true;
}
