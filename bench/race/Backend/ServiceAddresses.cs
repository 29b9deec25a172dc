namespace OrderHotline.Bench.Race;

/// <summary>Where a contender finds DynamoDB and SNS, and which roots it is to trust for them.</summary>
/// <param name="DynamoDb">The address of DynamoDB.</param>
/// <param name="Sns">The address of SNS.</param>
/// <param name="TrustFile">The roots that a contender of ours trusts: the ones it ships and the race's. Empty without TLS.</param>
/// <param name="RootFile">The race's root alone, which runtimes of JavaScript add to their own. Empty without TLS.</param>
sealed record ServiceAddresses(string DynamoDb, string Sns, string TrustFile = "", string RootFile = "")
{
    public bool AreTls => TrustFile.Length > 0;

    /// <summary>The environment of a sandbox, the same for everybody: each contender reads what it understands.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment(Function function, Contender contender, string runtimeApi)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = "/nonexistent",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.ToString(),
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_HANDLER_LOG_FORMAT"] = "Unformatted",
            ["LAMBDA_TASK_ROOT"] = contender.Folder,
            ["_HANDLER"] = contender.IsJavaScript ? $"{function}.handler" : function.ToString(),
            ["AWS_REGION"] = "ap-northeast-1",
            ["AWS_DEFAULT_REGION"] = "ap-northeast-1",
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = DynamoDb,
            ["AWS_ENDPOINT_URL_SNS"] = Sns,
            ["HOTLINE_DYNAMODB_URL"] = DynamoDb,
            ["HOTLINE_SNS_URL"] = Sns,
            ["HOTLINE_FIXED_NOW"] = "2018-11-07T10:00:00+09:00",
        };
        if (AreTls && contender.IsJavaScript)
        {
            variables["NODE_EXTRA_CA_CERTS"] = RootFile;
        }
        else if (AreTls)
        {
            variables["SSL_CERT_FILE"] = TrustFile;
            variables["SSL_CERT_DIR"] = "/nonexistent";
        }

        return variables;
    }
}
