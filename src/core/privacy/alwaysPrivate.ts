/**
 * Files that hold keys and passwords by their very purpose. They stay on the machine whatever the settings
 * say; a `.env.example` too, because people fill it in by mistake.
 */
const names = [
  /^\.env(?:rc)?(?:[._-].*)?$/,
  /\.env$/,
  /\.(?:pem|key|ppk|p8|p12|pfx|p7b|p7c|crt|cer|der|csr|jks|jceks|bks|keystore|truststore|keytab|kdbx?|agekey|ovpn)$/,
  /\.(?:gpg|pgp|asc|sops)$/,
  /^id_(?:rsa|dsa|ecdsa|ed25519|xmss)(?:_sk)?(?:[._-].*)?$/,
  /^[._]netrc$/,
  /^\.(?:npmrc|pypirc|pgpass|my\.cnf|mylogin\.cnf|htpasswd|dockercfg|s3cfg|boto|vault-token|git-credentials)$/,
  /^\.(?:bash|zsh|sh|python|psql|mysql|node_repl)_history$/,
  /^(?:credentials|secrets?)(?:\.(?:json|ya?ml|toml|ini|xml|properties|txt))?$/,
  /^(?:client_secrets?|service[-_]?account|application_default_credentials)[^/]*\.json$/,
  /\.(?:tfstate|tfvars)(?:\.backup|\.json)?$/,
  /^(?:kubeconfig|keystore\.properties|settings-security\.xml)$/,
];

/** Folders and places, below a home folder or a project. */
const places = [
  /(?:^|\/)\.(?:ssh|gnupg|aws|azure|password-store)\//,
  /(?:^|\/)\.docker\/config\.json$/,
  /(?:^|\/)\.kube\/config$/,
  /(?:^|\/)\.git\/config$/,
  /(?:^|\/)\.cargo\/credentials(?:\.toml)?$/,
  /(?:^|\/)\.gem\/credentials$/,
  /(?:^|\/)\.m2\/settings\.xml$/,
  /(?:^|\/)\.config\/(?:gh\/hosts\.yml|gcloud\/.*|rclone\/rclone\.conf)$/,
  /(?:^|\/)huggingface\/(?:token|stored_tokens)$/,
];

/** True for a file of keys or passwords. @param path with `/` between its parts, in any case of letters. */
export function isAlwaysPrivate(path: string): boolean {
  const lower = path.toLowerCase();
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  return names.some((pattern) => pattern.test(name)) || places.some((pattern) => pattern.test(lower));
}
