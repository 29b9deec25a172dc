namespace OrderHotline.Hosts.Cli.Tests;

/// <summary>The people of a list become users, once.</summary>
public sealed class UsersTests : IDisposable
{
    const string Heading = "login,first,last,mail,security profile,routing profile\n";

    const string Two = Heading + "hanako,Hanako,\"Sato, M.A.\",hanako@example.com,Order line operator,Order line operators\ntaro,Taro,Abe,taro@example.com,Order line manager,Order line operators\n";

    readonly ShopInTheCloud shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Each_is_made_with_a_password_that_nobody_knows()
    {
        var ran = (await Users(Two)).Succeeded();
        Assert.EndsWith(
            "  hanako is made: Order line operator, Order line operators.\n  taro is made: Order line manager, Order line operators.\n"
            + "2 made, 0 there before. Each chooses a password by \"Forgot password\" at the login; Connect sends the way to the mail of the list.\n",
            ran.Output, StringComparison.Ordinal);
        var made = shop.Aws.Asked.Split('\n').Where(line => line.Contains("create-user", StringComparison.Ordinal) || line.StartsWith("  given", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            "aws connect create-user --instance-id 9308c2a1-9bc6-4cea-8290-############ --username hanako "
            + "--identity-info {\"FirstName\":\"Hanako\",\"LastName\":\"Sato, M.A.\",\"Email\":\"hanako@example.com\"} --phone-config PhoneType=SOFT_PHONE "
            + "--security-profile-ids sp-1 --routing-profile-id rp-1 --password file:///dev/stdin", made[0]);
        Assert.Matches("^  given (?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{32}$", made[1]);
        Assert.NotEqual(made[1], made[3]);
        Assert.DoesNotContain(made[1]["  given ".Length..], ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_again_it_makes_nobody_twice()
    {
        var ran = (await Users(Two, there: "HANAKO")).Succeeded();
        Assert.Contains("  hanako is there already, and stays as it is.\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 made, 1 there before.", ran.Output, StringComparison.Ordinal);
        Assert.Single(shop.Aws.Asked.Split("create-user").Skip(1));
    }

    [Fact]
    public async Task A_first_password_comes_by_standard_input_and_is_seen_nowhere()
    {
        var ran = (await Users(Two, more: "--password-from-stdin", input: "Kyoto-Blend-200g\n")).Succeeded();
        Assert.Equal(2, shop.Aws.Asked.Split("  given Kyoto-Blend-200g\n").Length - 1);
        Assert.DoesNotContain("Kyoto-Blend-200g", ran.Output + ran.Error + shop.Aws.Asked.Replace("  given Kyoto-Blend-200g", "", StringComparison.Ordinal), StringComparison.Ordinal);
        (await Users(Two, more: "--password-from-stdin")).FailedSaying("Standard input has no password");
    }

    [Fact]
    public async Task Where_logins_come_from_elsewhere_there_is_no_password()
    {
        (await Users(Two, directory: "SAML")).Succeeded();
        Assert.DoesNotContain("--password", shop.Aws.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Email", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SAML", "takes its logins from SAML")]
    [InlineData("EXISTING_DIRECTORY", "takes its users from a directory (EXISTING_DIRECTORY)")]
    public async Task A_password_for_who_has_none_is_refused(string directory, string said) =>
        (await Users(Two, more: "--password-from-stdin", input: "x\n", directory: directory)).FailedSaying(said);

    [Theory]
    [InlineData("", "people.csv must begin with the line login,first,last,mail,security profile,routing profile")]
    [InlineData("login;first\n", "must begin with the line")]
    [InlineData(Heading, "names nobody below its first line")]
    [InlineData(Heading + "hanako,Hanako,Sato\n", "people.csv, line 2: it must have login,first,last")]
    [InlineData(Heading + "hanako,Hanako,Sato,,A,B\n", "people.csv, line 2: hanako needs a mail address")]
    [InlineData(Two + "TARO,T,A,t@example.com,Order line operator,Order line operators\n", "people.csv, line 4: TARO is there twice.")]
    [InlineData(Two + "jiro,J,A,j@example.com,Boss,Order line operators\n", "jiro: the instance has no security profile Boss; there is Order line manager, Order line operator.")]
    public async Task A_list_that_will_not_do_is_named_and_nobody_is_made(string list, string said)
    {
        (await Users(list)).FailedSaying(said);
        Assert.DoesNotContain("create-user", shop.Aws.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_stack_there_is_nobody_to_add_them_to()
    {
        shop.Put("people.csv", Two);
        shop.Aws.Refuses("cloudformation describe-stacks", "ValidationError", "Stack with id order-line does not exist");
        (await shop.Aws.Type(shop.Folder, "deploy users people.csv --stack order-line")).FailedSaying("There is no stack order-line with an instance in ap-northeast-1: deploy it first.");
    }

    Task<Ran> Users(string list, string more = "", string input = "", string there = "", string directory = "CONNECT_MANAGED")
    {
        shop.Put("people.csv", list);
        shop.Stands();
        shop.Aws.Answers("connect describe-instance", $"{{\"Instance\": {{\"IdentityManagementType\": \"{directory}\"}}}}")
            .Answers("connect list-security-profiles", """{"SecurityProfileSummaryList": [{"Id": "sp-1", "Name": "Order line operator"}, {"Id": "sp-2", "Name": "Order line manager"}]}""")
            .Answers("connect list-routing-profiles", """{"RoutingProfileSummaryList": [{"Id": "rp-1", "Name": "Order line operators"}]}""")
            .Answers("connect list-users", $$"""{"UserSummaryList": [{"Id": "u-1", "Username": "{{there}}"}]}""")
            .Answers("connect create-user", """{"UserId": "u-2"}""");
        return shop.Aws.Type(shop.Folder, $"deploy users people.csv --stack order-line {more}", input);
    }
}
