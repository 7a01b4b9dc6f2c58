// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/* remark (keeps what
   people send */
contract Vault {
    mapping(address => uint256) private balances;

    // remark (anybody
    function deposit() external payable {
        require(msg.value > 0, "quoted (\"nothing");
        balances[msg.sender] += msg.value;
    }
}
